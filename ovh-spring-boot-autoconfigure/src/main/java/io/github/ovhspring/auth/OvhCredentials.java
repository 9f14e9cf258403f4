package io.github.ovhspring.auth;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * What a client shows the OVHcloud API to be let in.
 */
public sealed interface OvhCredentials extends OvhCredentialsProvider {

	/** Return these credentials, which do not change. */
	@Override
	default OvhCredentials getCredentials() {
		return this;
	}

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
	 * Return a service account, whose tokens come from the token endpoint of the client's
	 * endpoint.
	 * @param clientId the id of the account
	 * @param clientSecret the secret of the account
	 * @return the credentials
	 * @throws IllegalArgumentException if one is empty or cannot be right
	 */
	static ServiceAccount serviceAccount(String clientId, String clientSecret) {
		return new ServiceAccount(clientId, clientSecret);
	}

	/**
	 * Return a token that is ready to use.
	 * @param token the token
	 * @return the credentials
	 * @throws IllegalArgumentException if it is empty or cannot be a token
	 */
	static AccessToken accessToken(String token) {
		return new AccessToken(token);
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
		 * @param applicationKey the application's key
		 * @param applicationSecret the application's secret
		 * @param consumerKey the customer's key; blank counts as none
		 * @throws IllegalArgumentException if one is empty or cannot be a key
		 */
		public ApplicationKeys {
			applicationKey = KeyText.check("application key", applicationKey);
			applicationSecret = KeyText.check("application secret", applicationSecret);
			consumerKey = (consumerKey != null && StringUtils.hasText(consumerKey))
					? KeyText.check("consumer key", consumerKey) : null;
		}

		@Override
		public String toString() {
			return "application keys " + KeyText.start(this.applicationKey) + " "
					+ ((this.consumerKey != null) ? "with" : "without") + " consumer key";
		}

	}

	/**
	 * Service account, an OAuth2 client. Calls carry a token that it gets for its secret.
	 *
	 * @param clientId the id of the account
	 * @param clientSecret the secret of the account, sent to the token endpoint alone
	 */
	record ServiceAccount(String clientId, String clientSecret) implements OvhCredentials {

		/**
		 * Create a service account.
		 * @param clientId the id of the account
		 * @param clientSecret the secret of the account
		 * @throws IllegalArgumentException if one is empty or cannot be right
		 */
		public ServiceAccount {
			clientId = KeyText.check("client id", clientId);
			clientSecret = KeyText.check("client secret", clientSecret);
		}

		@Override
		public String toString() {
			return "service account " + KeyText.start(this.clientId);
		}

	}

	/**
	 * Token that is ready to use.
	 *
	 * @param token the token
	 */
	record AccessToken(String token) implements OvhCredentials {

		/**
		 * Create a token.
		 * @param token the token
		 * @throws IllegalArgumentException if it is empty or cannot be a token
		 */
		public AccessToken {
			token = KeyText.check("access token", token);
		}

		@Override
		public String toString() {
			return "an access token";
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
