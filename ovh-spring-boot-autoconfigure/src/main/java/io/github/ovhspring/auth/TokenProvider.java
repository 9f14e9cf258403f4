package io.github.ovhspring.auth;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.ovhspring.auth.OvhCredentials.ServiceAccount;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Access tokens of a service account. One thread asks for a token for all, and renews it
 * ahead of its end, while the others go on with the one there is.
 */
final class TokenProvider {

	private static final Log logger = LogFactory.getLog(TokenProvider.class);

	private static final Duration MAX_MARGIN = Duration.ofMinutes(4);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

	private final Function<ServiceAccount, AccessTokenResponse> endpoint;

	private final LongSupplier nanoTime;

	private final SingleFlight<Token> current = new SingleFlight<>("an access token");

	private final AtomicBoolean renewing = new AtomicBoolean();

	private volatile long pauseUntil;

	TokenProvider(Function<ServiceAccount, AccessTokenResponse> endpoint, LongSupplier nanoTime) {
		this.endpoint = endpoint;
		this.nanoTime = nanoTime;
		this.pauseUntil = nanoTime.getAsLong();
	}

	/**
	 * Return a token that is valid, as far as can be known here.
	 */
	Token token(ServiceAccount account) {
		Token token = this.current.get((known) -> known.account().equals(account) && known.end() - now() > 0,
				() -> request(account));
		if (token.renewal() - now() <= 0 && this.pauseUntil - now() <= 0 && this.renewing.compareAndSet(false, true)) {
			return renew(token);
		}
		return token;
	}

	private long now() {
		return this.nanoTime.getAsLong();
	}

	private Token renew(Token token) {
		try {
			Token newer = request(token.account());
			this.current.replace(token, newer);
			return newer;
		}
		catch (RuntimeException ex) {
			logger.warn("The access token could not be renewed ahead of its end, and is used until then: "
					+ ex.getMessage());
			this.pauseUntil = now() + PAUSE_AFTER_FAILURE.toNanos();
			return token;
		}
		finally {
			this.renewing.set(false);
		}
	}

	private Token request(ServiceAccount account) {
		long start = now();
		AccessTokenResponse response = this.endpoint.apply(account);
		long lifetime = response.lifetime().toNanos();
		long margin = Math.min(MAX_MARGIN.toNanos(), lifetime / 10);
		return new Token(account, response.token(), start + lifetime - margin, start + lifetime);
	}

	/**
	 * Forget a token that the API did not accept, unless there is a newer one.
	 */
	void discard(Token token) {
		this.current.replace(token, null);
	}

	/**
	 * A token.
	 *
	 * @param account whose it is
	 * @param value the token itself: a secret
	 * @param renewal when it should be renewed, by the monotonic clock
	 * @param end when it ends, by the monotonic clock
	 */
	record Token(ServiceAccount account, String value, long renewal, long end) {

		@Override
		public String toString() {
			return "token of " + this.account;
		}

	}

}
