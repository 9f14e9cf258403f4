package io.github.ovhspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ovhspring.auth.KeyText;
import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhSettings.Setting;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Makes credentials of settings, or says what is wrong with them.
 */
final class CredentialsReader {

	private final OvhSettings settings;

	CredentialsReader(OvhSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return the credentials.
	 * @throws FailureAnalyzedException if there are none, or they are not complete, or
	 * there is more than one kind
	 */
	OvhCredentials read() {
		Setting application = first(OvhSettings.APPLICATION_KEY, OvhSettings.APPLICATION_SECRET);
		Setting serviceAccount = first(OvhSettings.CLIENT_ID, OvhSettings.CLIENT_SECRET);
		Setting accessToken = this.settings.get(OvhSettings.ACCESS_TOKEN);
		List<Setting> kinds = Stream.of(application, serviceAccount, accessToken).filter(Objects::nonNull).toList();
		if (kinds.size() > 1) {
			throw new FailureAnalyzedException(kinds.get(0) + " and " + kinds.get(1)
					+ " are both set: a client authenticates by application keys, service account or access token.",
					"Keep one of the two and remove the other.");
		}
		if (application != null) {
			return applicationKeys();
		}
		if (serviceAccount != null) {
			return OvhCredentials.serviceAccount(required(OvhSettings.CLIENT_ID, OvhSettings.CLIENT_SECRET),
					required(OvhSettings.CLIENT_SECRET, OvhSettings.CLIENT_ID));
		}
		if (accessToken != null) {
			return OvhCredentials.accessToken(checked(accessToken));
		}
		throw missing();
	}

	private OvhCredentials applicationKeys() {
		String key = required(OvhSettings.APPLICATION_KEY, OvhSettings.APPLICATION_SECRET);
		String secret = required(OvhSettings.APPLICATION_SECRET, OvhSettings.APPLICATION_KEY);
		Setting consumerKey = this.settings.get(OvhSettings.CONSUMER_KEY);
		return (consumerKey != null) ? OvhCredentials.applicationKeys(key, secret, checked(consumerKey))
				: OvhCredentials.applicationKeys(key, secret);
	}

	private @Nullable Setting first(String name, String other) {
		Setting setting = this.settings.get(name);
		return (setting != null) ? setting : this.settings.get(other);
	}

	private String required(String name, String other) {
		Setting setting = this.settings.get(name);
		if (setting != null) {
			return checked(setting);
		}
		throw new FailureAnalyzedException(
				this.settings.get(other) + " is set, but 'ovh." + name + "' is not: the two belong together.",
				"Set " + this.settings.describe(name) + ".");
	}

	private static String checked(Setting setting) {
		if (KeyText.isKey(setting.value())) {
			return setting.value();
		}
		throw new FailureAnalyzedException(
				setting + " has a character that no key has: a space, a line break or an accent.",
				"Copy the value for " + setting.key() + " again from where it was made.");
	}

	private FailureAnalyzedException missing() {
		Setting consumerKey = this.settings.get(OvhSettings.CONSUMER_KEY);
		List<String> ways = new ArrayList<>();
		ways.add(this.settings.describe(OvhSettings.APPLICATION_KEY) + " and "
				+ this.settings.describe(OvhSettings.APPLICATION_SECRET));
		ways.add(this.settings.describe(OvhSettings.CLIENT_ID) + " and "
				+ this.settings.describe(OvhSettings.CLIENT_SECRET));
		ways.add(this.settings.describe(OvhSettings.ACCESS_TOKEN));
		return new FailureAnalyzedException(
				((consumerKey != null) ? consumerKey + " is set, but not the application that it belongs to"
						: "The OVHcloud API is configured without credentials") + ". Looked in "
						+ String.join(", ", this.settings.places()) + ".",
				"Set " + String.join("; or ", ways) + "; or remove what is there of the configuration.");
	}

}
