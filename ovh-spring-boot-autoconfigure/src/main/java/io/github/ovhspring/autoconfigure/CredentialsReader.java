package io.github.ovhspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ovhspring.auth.KeyText;
import io.github.ovhspring.auth.OvhCredentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Makes credentials of settings, or says what is wrong with them.
 */
final class CredentialsReader {

	private final ClientSettings settings;

	CredentialsReader(ClientSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return the credentials.
	 * @throws FailureAnalyzedException if there are none, or they are not complete, or
	 * there is more than one kind
	 */
	OvhCredentials read() {
		Setting application = first(ClientSettings.APPLICATION_KEY, ClientSettings.APPLICATION_SECRET);
		Setting serviceAccount = first(ClientSettings.CLIENT_ID, ClientSettings.CLIENT_SECRET);
		Setting accessToken = this.settings.credential(ClientSettings.ACCESS_TOKEN);
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
			return OvhCredentials.serviceAccount(required(ClientSettings.CLIENT_ID, ClientSettings.CLIENT_SECRET),
					required(ClientSettings.CLIENT_SECRET, ClientSettings.CLIENT_ID));
		}
		if (accessToken != null) {
			return OvhCredentials.accessToken(checked(accessToken));
		}
		throw missing();
	}

	private OvhCredentials applicationKeys() {
		String key = required(ClientSettings.APPLICATION_KEY, ClientSettings.APPLICATION_SECRET);
		String secret = required(ClientSettings.APPLICATION_SECRET, ClientSettings.APPLICATION_KEY);
		Setting consumerKey = this.settings.credential(ClientSettings.CONSUMER_KEY);
		return (consumerKey != null) ? OvhCredentials.applicationKeys(key, secret, checked(consumerKey))
				: OvhCredentials.applicationKeys(key, secret);
	}

	private @Nullable Setting first(String name, String other) {
		Setting setting = this.settings.credential(name);
		return (setting != null) ? setting : this.settings.credential(other);
	}

	private String required(String name, String other) {
		Setting setting = this.settings.credential(name);
		if (setting != null) {
			return checked(setting);
		}
		throw new FailureAnalyzedException(this.settings.credential(other) + " is set, but '" + this.settings.key(name)
				+ "' is not: the two belong together.", "Set " + this.settings.describe(name) + ".");
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
		Setting consumerKey = this.settings.credential(ClientSettings.CONSUMER_KEY);
		List<String> ways = new ArrayList<>();
		ways.add(this.settings.describe(ClientSettings.APPLICATION_KEY) + " and "
				+ this.settings.describe(ClientSettings.APPLICATION_SECRET));
		ways.add(this.settings.describe(ClientSettings.CLIENT_ID) + " and "
				+ this.settings.describe(ClientSettings.CLIENT_SECRET));
		ways.add(this.settings.describe(ClientSettings.ACCESS_TOKEN));
		return new FailureAnalyzedException(
				((consumerKey != null) ? consumerKey + " is set, but not the application that it belongs to"
						: this.settings.title() + " is configured without credentials") + ". Looked in "
						+ String.join(", ", this.settings.places()) + ".",
				"Set " + String.join("; or ", ways) + "; or remove what is there of the configuration.");
	}

}
