package io.github.ovhspring.test.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Service account that the simulated API knows, an OAuth2 client. Thread-safe.
 */
public final class SimulatedServiceAccount {

	private final String clientId;

	private final String clientSecret;

	private final SimulatedClock clock;

	private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

	private volatile Duration tokenLifetime = Duration.ofSeconds(3599);

	SimulatedServiceAccount(String clientId, String clientSecret, SimulatedClock clock) {
		this.clientId = clientId;
		this.clientSecret = clientSecret;
		this.clock = clock;
	}

	/**
	 * Return the id of the account.
	 * @return the id
	 */
	public String clientId() {
		return this.clientId;
	}

	/**
	 * Return the secret of the account, for which it gets tokens.
	 * @return the secret
	 */
	public String clientSecret() {
		return this.clientSecret;
	}

	/**
	 * Return how long a new token is valid.
	 * @return the time, 3599 seconds unless it was set
	 */
	public Duration tokenLifetime() {
		return this.tokenLifetime;
	}

	/**
	 * Set how long a new token is valid. Those that were issued before keep their time.
	 * @param lifetime the time, by the simulator's clock
	 */
	public void setTokenLifetime(Duration lifetime) {
		this.tokenLifetime = lifetime;
	}

	/**
	 * Issue a token.
	 * @return the access token
	 */
	public String issueToken() {
		String token = RandomKeys.hex(32);
		this.tokens.put(token, this.clock.instant().plus(this.tokenLifetime));
		return token;
	}

	/**
	 * Revoke all tokens that were issued.
	 */
	public void revokeTokens() {
		this.tokens.clear();
	}

	/**
	 * Return whether a token may be used.
	 */
	boolean accepts(String token) {
		Instant end = this.tokens.get(token);
		return end != null && this.clock.instant().isBefore(end);
	}

	/**
	 * Go back to the lifetime of the beginning. Tokens stay valid, as clients that
	 * outlive a test keep them.
	 */
	void restore() {
		this.tokenLifetime = Duration.ofSeconds(3599);
	}

	@Override
	public String toString() {
		return "service account " + this.clientId;
	}

}
