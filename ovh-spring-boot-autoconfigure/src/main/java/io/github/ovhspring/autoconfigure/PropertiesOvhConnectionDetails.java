package io.github.ovhspring.autoconfigure;

import java.net.URI;

import io.github.ovhspring.auth.OvhCredentials.ServiceAccount;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhEndpoint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.log.LogMessage;

/**
 * {@link OvhConnectionDetails} from properties and {@code ovh.conf}.
 */
record PropertiesOvhConnectionDetails(OvhEndpoint endpoint, OvhCredentialsProvider credentials,
		@Nullable URI tokenUri) implements OvhConnectionDetails {

	private static final Log logger = LogFactory.getLog(PropertiesOvhConnectionDetails.class);

	/**
	 * Create details.
	 * @param settings endpoint, and credentials unless there is a source of them
	 * @param source a source of credentials of the application's own
	 * @throws FailureAnalyzedException if they are not complete or cannot be right
	 */
	static PropertiesOvhConnectionDetails of(ClientSettings settings, @Nullable OvhCredentialsProvider source) {
		logger.debug(LogMessage.format("%s is configured by %s", settings.title(), settings.present()));
		PropertiesOvhConnectionDetails details = new PropertiesOvhConnectionDetails(endpoint(settings.endpoint()),
				(source != null) ? source : new CredentialsReader(settings).read(), tokenUri(settings.tokenUri()));
		if (details.credentials() instanceof ServiceAccount && details.tokenUri() == null
				&& !details.endpoint().hasServiceAccounts()) {
			throw new FailureAnalyzedException(
					settings.credential(ClientSettings.CLIENT_ID) + " is set, but endpoint '" + details.endpoint()
							+ "' has no service accounts that are known here.",
					"Use endpoint ovh-eu, ovh-ca or ovh-us, or set " + settings.describe(ClientSettings.TOKEN_URI)
							+ ".");
		}
		return details;
	}

	private static OvhEndpoint endpoint(@Nullable Setting setting) {
		if (setting == null) {
			return OvhEndpoint.OVH_EU;
		}
		try {
			return OvhEndpoint.of(setting.value());
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(setting + " is not an endpoint. " + ex.getMessage() + ".",
					"Set " + setting.key() + " to a name such as ovh-eu, ovh-ca or ovh-us, or to an https:// URL.", ex);
		}
	}

	private static @Nullable URI tokenUri(@Nullable Setting setting) {
		if (setting == null) {
			return null;
		}
		try {
			return OvhEndpoint.tokenUri(setting.value());
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(setting + " is not a token endpoint. " + ex.getMessage() + ".",
					"Set " + setting.key() + " to an https:// URL.", ex);
		}
	}

	@Override
	public OvhEndpoint getEndpoint() {
		return this.endpoint;
	}

	@Override
	public OvhCredentialsProvider getCredentials() {
		return this.credentials;
	}

	@Override
	public @Nullable URI getTokenUri() {
		return this.tokenUri;
	}

}
