package io.github.ovhspring.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries from multiplying an outage: each costs more than a success brings back,
 * so that there are few of them where few calls succeed.
 */
final class RetryBudget {

	private static final int CAPACITY = 100;

	private static final int RETRY = 5;

	private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

	/**
	 * Take what one retry costs.
	 * @return {@code false} if that is not there
	 */
	boolean take() {
		return this.tokens.getAndUpdate((now) -> (now >= RETRY) ? now - RETRY : now) >= RETRY;
	}

	/**
	 * Give back what one success brings.
	 */
	void giveBack() {
		this.tokens.updateAndGet((now) -> Math.min(CAPACITY, now + 1));
	}

}
