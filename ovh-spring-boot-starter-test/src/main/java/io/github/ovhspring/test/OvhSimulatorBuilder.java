package io.github.ovhspring.test;

import java.time.Duration;

import io.github.ovhspring.test.account.GivenKeys;

import org.springframework.util.Assert;

/**
 * Says how an {@link OvhSimulator} is to be, and starts it.
 */
public final class OvhSimulatorBuilder {

	private int port;

	private boolean https;

	private boolean account;

	private int journal = 10_000;

	private Duration clockOffset = Duration.ZERO;

	private GivenKeys keys = GivenKeys.random();

	OvhSimulatorBuilder() {
	}

	/**
	 * Set the port to listen on.
	 * @param port the port, 0 for one that is free, which is the default
	 * @return this builder
	 * @throws IllegalArgumentException if it is none
	 */
	public OvhSimulatorBuilder port(int port) {
		Assert.isTrue(port >= 0 && port <= 65535, () -> "The port must be between 0 and 65535, and not " + port);
		this.port = port;
		return this;
	}

	/**
	 * Speak HTTPS, with a {@linkplain OvhSimulator#certificate() certificate} that is
	 * made at the start, in place of HTTP.
	 * @return this builder
	 */
	public OvhSimulatorBuilder https() {
		this.https = true;
		return this;
	}

	/**
	 * Answer as the made-up {@linkplain OvhSimulator#account() account}, after each reset
	 * too.
	 * @return this builder
	 */
	public OvhSimulatorBuilder account() {
		this.account = true;
		return this;
	}

	/**
	 * Set how many calls are kept to be {@linkplain OvhSimulator#verify verified}, the
	 * last ones, so that a simulator which runs for long needs no more and more memory:
	 * some kilobytes each. Those before are not counted.
	 * @param calls the number of calls, 10 000 by default
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public OvhSimulatorBuilder journal(int calls) {
		Assert.isTrue(calls >= 0, () -> "The journal cannot keep " + calls + " calls");
		this.journal = calls;
		return this;
	}

	/**
	 * Begin with a wrong clock.
	 * @param offset how far the clock is ahead of the true time, or behind it if negative
	 * @return this builder
	 */
	public OvhSimulatorBuilder clockOffset(Duration offset) {
		this.clockOffset = offset;
		return this;
	}

	/**
	 * Set the keys of the application, for a client that has them in its own
	 * configuration. They are made up otherwise.
	 * @param applicationKey the application key
	 * @param applicationSecret the application secret
	 * @return this builder
	 * @throws IllegalArgumentException if one is empty
	 */
	public OvhSimulatorBuilder applicationKeys(String applicationKey, String applicationSecret) {
		this.keys = this.keys.withApplication(applicationKey, applicationSecret);
		return this;
	}

	/**
	 * Set the consumer key, which is validated and may make every call. It is made up
	 * otherwise.
	 * @param consumerKey the consumer key
	 * @return this builder
	 * @throws IllegalArgumentException if it is empty
	 */
	public OvhSimulatorBuilder consumerKey(String consumerKey) {
		this.keys = this.keys.withConsumerKey(consumerKey);
		return this;
	}

	/**
	 * Set id and secret of the service account. They are made up otherwise.
	 * @param clientId the id
	 * @param clientSecret the secret
	 * @return this builder
	 * @throws IllegalArgumentException if one is empty
	 */
	public OvhSimulatorBuilder serviceAccount(String clientId, String clientSecret) {
		this.keys = this.keys.withServiceAccount(clientId, clientSecret);
		return this;
	}

	/**
	 * Start the simulator.
	 * @return the simulator, to be {@linkplain OvhSimulator#close() closed}
	 */
	public OvhSimulator start() {
		return new OvhSimulator(this);
	}

	int port() {
		return this.port;
	}

	boolean isHttps() {
		return this.https;
	}

	boolean hasAccount() {
		return this.account;
	}

	int journal() {
		return this.journal;
	}

	Duration clockOffset() {
		return this.clockOffset;
	}

	GivenKeys keys() {
		return this.keys;
	}

}
