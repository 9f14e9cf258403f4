package io.github.ovhspring.client;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.SigningApi;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/**
 * Clients of a loopback server.
 */
final class TestClients {

	static final OvhCredentials CREDENTIALS = OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY,
			SigningApi.APPLICATION_SECRET, SigningApi.CONSUMER_KEY);

	static final Map<String, ClientHttpRequestFactoryBuilder<?>> TRANSPORTS = Map.of("jdk",
			ClientHttpRequestFactoryBuilder.jdk(), "httpcomponents", ClientHttpRequestFactoryBuilder.httpComponents(),
			"simple", ClientHttpRequestFactoryBuilder.simple(), "jetty", ClientHttpRequestFactoryBuilder.jetty(),
			"reactor", ClientHttpRequestFactoryBuilder.reactor());

	private TestClients() {
	}

	static ClientHttpRequestFactoryBuilder<?> transport(String name) {
		return Objects.requireNonNull(TRANSPORTS.get(name));
	}

	static OvhClient.Builder builder(LoopbackServer server) {
		return OvhClient.builder()
			.endpoint(server.url())
			.credentials(CREDENTIALS)
			.retryDelay(Duration.ZERO, Duration.ZERO)
			.requestFactoryBuilder(ClientHttpRequestFactoryBuilder.jdk());
	}

	static OvhClient client(LoopbackServer server) {
		return builder(server).build();
	}

}
