package io.github.ovhspring.auth;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * What a client shows the OVHcloud API to be let in.
 */
public sealed interface OvhCredentials {

	/**
	 * Return the keys of an application without a consumer key: enough for calls that
	 * need no signature.
	 * @param applicationKey the application's key
	 * @param applicationSecret the application's secret
	 * @return the credentials
	 * @throws IllegalArgumentException if one is empty or cannot be a key
	 */
	static ApplicationKeys applicationKeys(String applicationKey, String applicationSecret) {
		return new ApplicationKeys(applicationKey, applicationSecret, null);
	}

	/**
	 * Return the keys of an application that acts for a customer.
	 * @param applicationKey the application's key
	 * @param applicationSecret the application's secret
	 * @param consumerKey the key that the customer has validated
	 * @return the credentials
	 * @throws IllegalArgumentException if one is empty or cannot be a key
	 */
	static ApplicationKeys applicationKeys(String applicationKey, String applicationSecret, String consumerKey) {
		Assert.hasText(consumerKey, "The consumer key must not be empty");
		return new ApplicationKeys(applicationKey, applicationSecret, consumerKey);
	}

	/**
	 * Return credentials that show nothing, for calls that everyone may make.
	 * @return the credentials
	 */
	static Anonymous anonymous() {
		return new Anonymous();
	}

	/**
	 * Keys of an application. White space around a key is dropped, as it is only ever
	 * there by mistake.
	 *
	 * @param applicationKey the application's key
	 * @param applicationSecret the application's secret, never sent
	 * @param consumerKey the customer's key, needed to sign
	 */
	record ApplicationKeys(String applicationKey, String applicationSecret,
			@Nullable String consumerKey) implements OvhCredentials {

		/**
		 * Create application keys.
		 * @throws IllegalArgumentException if one is empty or cannot be a key
		 */
		public ApplicationKeys {
			applicationKey = checked("application key", applicationKey);
			applicationSecret = checked("application secret", applicationSecret);
			consumerKey = (consumerKey != null && StringUtils.hasText(consumerKey))
					? checked("consumer key", consumerKey) : null;
		}

		private static String checked(String name, String value) {
			Assert.hasText(value, () -> "The " + name + " must not be empty");
			String trimmed = value.trim();
			Assert.isTrue(trimmed.chars().allMatch((c) -> c > ' ' && c < 127),
					() -> "The " + name + " has a character that no key has: a space, a line break or an accent");
			return trimmed;
		}

		@Override
		public String toString() {
			return "application keys " + this.applicationKey.substring(0, Math.min(4, this.applicationKey.length()))
					+ "… " + ((this.consumerKey != null) ? "with" : "without") + " consumer key";
		}

	}

	/** Credentials that show nothing. */
	record Anonymous() implements OvhCredentials {

		@Override
		public String toString() {
			return "no credentials";
		}

	}

}
