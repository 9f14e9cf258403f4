package io.github.ovhspring.test.account;

import org.springframework.util.Assert;

/**
 * Keys of a client that are not to be made up.
 *
 * @param applicationKey the application's key
 * @param applicationSecret the application's secret
 * @param consumerKey the customer's key
 * @param clientId the id of the service account
 * @param clientSecret the secret of the service account
 */
public record GivenKeys(String applicationKey, String applicationSecret, String consumerKey, String clientId,
		String clientSecret) {

	/**
	 * Create keys.
	 * @throws IllegalArgumentException if one is empty
	 */
	public GivenKeys {
		Assert.hasText(applicationKey, "The application key must not be empty");
		Assert.hasText(applicationSecret, "The application secret must not be empty");
		Assert.hasText(consumerKey, "The consumer key must not be empty");
		Assert.hasText(clientId, "The client id must not be empty");
		Assert.hasText(clientSecret, "The client secret must not be empty");
	}

	/**
	 * Make keys up.
	 */
	public static GivenKeys random() {
		return new GivenKeys(RandomKeys.hex(8), RandomKeys.hex(16), RandomKeys.hex(16), RandomKeys.hex(8),
				RandomKeys.hex(16));
	}

	/**
	 * Return these keys with those of another application.
	 */
	public GivenKeys withApplication(String applicationKey, String applicationSecret) {
		return new GivenKeys(applicationKey, applicationSecret, this.consumerKey, this.clientId, this.clientSecret);
	}

	/**
	 * Return these keys with another consumer key.
	 */
	public GivenKeys withConsumerKey(String consumerKey) {
		return new GivenKeys(this.applicationKey, this.applicationSecret, consumerKey, this.clientId,
				this.clientSecret);
	}

	/**
	 * Return these keys with another service account.
	 */
	public GivenKeys withServiceAccount(String clientId, String clientSecret) {
		return new GivenKeys(this.applicationKey, this.applicationSecret, this.consumerKey, clientId, clientSecret);
	}

	@Override
	public String toString() {
		return "given keys";
	}

}
