package io.github.ovhspring.test;

/**
 * How a client authenticates to the simulated API.
 */
public enum SimulatedAuthentication {

	/**
	 * By application keys and a consumer key, which is validated and may make every call.
	 */
	CONSUMER_KEY,

	/** By application keys alone: the consumer key comes later. */
	APPLICATION_KEYS,

	/** By a service account, for which it gets tokens. */
	SERVICE_ACCOUNT,

	/** By an access token that is ready to use. */
	ACCESS_TOKEN,

	/** Not at all. */
	ANONYMOUS

}
