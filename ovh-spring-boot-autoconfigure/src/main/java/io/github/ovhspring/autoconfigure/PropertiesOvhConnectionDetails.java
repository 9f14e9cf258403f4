package io.github.ovhspring.autoconfigure;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhSettings.Setting;
import io.github.ovhspring.client.OvhEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * {@link OvhConnectionDetails} from properties and {@code ovh.conf}.
 */
record PropertiesOvhConnectionDetails(OvhEndpoint endpoint,
		OvhCredentials credentials) implements OvhConnectionDetails {

	/**
	 * Create details.
	 * @throws FailureAnalyzedException if they are not complete or cannot be right
	 */
	static PropertiesOvhConnectionDetails of(OvhSettings settings) {
		return new PropertiesOvhConnectionDetails(endpoint(settings.endpoint()), credentials(settings));
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

	private static OvhCredentials credentials(OvhSettings settings) {
		Setting consumerKey = settings.consumerKey();
		if (settings.applicationKey() == null && settings.applicationSecret() == null) {
			throw new FailureAnalyzedException(
					((consumerKey != null) ? consumerKey + " is set, but not the application that it belongs to"
							: "The OVHcloud API is configured without credentials") + ". Looked in "
							+ String.join(", ", settings.places()) + ".",
					"Set " + settings.describe("application-key") + " and " + settings.describe("application-secret")
							+ ", or remove what is there of the configuration.");
		}
		String key = key(
				required(settings.applicationKey(), "application-key", settings.applicationSecret(), settings));
		String secret = key(
				required(settings.applicationSecret(), "application-secret", settings.applicationKey(), settings));
		return (consumerKey != null) ? OvhCredentials.applicationKeys(key, secret, key(consumerKey))
				: OvhCredentials.applicationKeys(key, secret);
	}

	private static Setting required(@Nullable Setting setting, String name, @Nullable Setting other,
			OvhSettings settings) {
		if (setting != null) {
			return setting;
		}
		throw new FailureAnalyzedException(other + " is set, but 'ovh." + name + "' is not: the two belong together.",
				"Set " + settings.describe(name) + ".");
	}

	private static String key(Setting setting) {
		if (setting.value().chars().allMatch((c) -> c > ' ' && c < 127)) {
			return setting.value();
		}
		throw new FailureAnalyzedException(
				setting + " has a character that no key has: a space, a line break or an accent.",
				"Copy the key for " + setting.key() + " again from where it was made.");
	}

	@Override
	public OvhEndpoint getEndpoint() {
		return this.endpoint;
	}

	@Override
	public OvhCredentials getCredentials() {
		return this.credentials;
	}

}
