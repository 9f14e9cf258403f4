package io.github.ovhspring.retry;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often, and how fast, a call is sent again.
 *
 * @param maxAttempts how often a call is sent at most
 * @param initialDelay the longest wait before the second attempt; it doubles with each
 * further one
 * @param maxDelay the longest wait before any attempt, unless the API asks for more
 */
public record RetrySettings(int maxAttempts, Duration initialDelay, Duration maxDelay) {

	/** Three attempts, waits from 200 milliseconds to 5 seconds. */
	public static final RetrySettings DEFAULT = new RetrySettings(3, Duration.ofMillis(200), Duration.ofSeconds(5));

	/**
	 * Create settings.
	 * @param maxAttempts how often a call is sent at most
	 * @param initialDelay the longest wait before the second attempt
	 * @param maxDelay the longest wait before any attempt
	 * @throws IllegalArgumentException if there is no attempt, or a wait is negative, or
	 * the first is longer than the longest
	 */
	public RetrySettings {
		Assert.isTrue(maxAttempts >= 1, () -> "Number of attempts " + maxAttempts + " must be at least 1");
		Assert.isTrue(!initialDelay.isNegative(), () -> "Initial delay " + initialDelay + " must not be negative");
		Assert.isTrue(maxDelay.compareTo(initialDelay) >= 0,
				() -> "Longest delay " + maxDelay + " must not be shorter than the initial one, " + initialDelay);
	}

	/**
	 * Return these settings with another number of attempts.
	 * @param maxAttempts how often a call is sent at most
	 * @return the settings
	 */
	public RetrySettings withMaxAttempts(int maxAttempts) {
		return new RetrySettings(maxAttempts, this.initialDelay, this.maxDelay);
	}

	/**
	 * Return these settings with other waits.
	 * @param initialDelay the longest wait before the second attempt
	 * @param maxDelay the longest wait before any attempt
	 * @return the settings
	 */
	public RetrySettings withDelays(Duration initialDelay, Duration maxDelay) {
		return new RetrySettings(this.maxAttempts, initialDelay, maxDelay);
	}

	/**
	 * Return the longest wait after an attempt.
	 */
	Duration longestDelay(int attempt) {
		Duration delay = this.initialDelay;
		for (int i = 1; i < attempt && delay.compareTo(this.maxDelay) < 0; i++) {
			delay = delay.multipliedBy(2);
		}
		return (delay.compareTo(this.maxDelay) < 0) ? delay : this.maxDelay;
	}

}
