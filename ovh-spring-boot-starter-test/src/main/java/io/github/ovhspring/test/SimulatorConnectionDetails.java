package io.github.ovhspring.test;

import java.net.URI;
import java.util.Map;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.client.OvhEndpoint;
import io.github.ovhspring.test.account.SimulatedClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * {@link OvhConnectionDetails} of a simulator.
 *
 * @param simulator the simulator
 * @param name the name of the client
 * @param authentication how the client authenticates
 * @param named how clients authenticate that differ, by name
 */
record SimulatorConnectionDetails(OvhSimulator simulator, String name, SimulatedAuthentication authentication,
		Map<String, SimulatedAuthentication> named) implements OvhConnectionDetails {

	@Override
	public OvhEndpoint getEndpoint() {
		return OvhEndpoint.of(this.simulator.endpoint());
	}

	@Override
	public OvhCredentials getCredentials() {
		SimulatedClient client = this.simulator.client(this.name);
		String applicationKey = client.application().applicationKey();
		String applicationSecret = client.application().applicationSecret();
		return switch (this.authentication) {
			case CONSUMER_KEY ->
				OvhCredentials.applicationKeys(applicationKey, applicationSecret, client.consumerKey().consumerKey());
			case APPLICATION_KEYS -> OvhCredentials.applicationKeys(applicationKey, applicationSecret);
			case SERVICE_ACCOUNT -> OvhCredentials.serviceAccount(client.serviceAccount().clientId(),
					client.serviceAccount().clientSecret());
			case ACCESS_TOKEN -> OvhCredentials.accessToken(client.serviceAccount().issueToken());
			case ANONYMOUS -> OvhCredentials.anonymous();
		};
	}

	@Override
	public URI getTokenUri() {
		return URI.create(this.simulator.tokenUri());
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		return this.simulator.sslBundle();
	}

	/** The simulator stands for every endpoint. */
	@Override
	public OvhConnectionDetails getClient(String name) {
		return new SimulatorConnectionDetails(this.simulator, name, this.named.getOrDefault(name, this.authentication),
				this.named);
	}

}
