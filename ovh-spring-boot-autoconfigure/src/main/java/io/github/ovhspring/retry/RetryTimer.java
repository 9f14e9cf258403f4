package io.github.ovhspring.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Time and chance as retries need them, so that tests can do without waiting.
 */
public interface RetryTimer {

	/** The time of this machine. */
	RetryTimer SYSTEM = new RetryTimer() {

		@Override
		public Instant now() {
			return Instant.now();
		}

		@Override
		public double random() {
			return ThreadLocalRandom.current().nextDouble();
		}

		@Override
		public void sleep(Duration duration) throws InterruptedException {
			Thread.sleep(duration.toMillis());
		}

	};

	/**
	 * Return the time.
	 * @return the time of the wall clock
	 */
	Instant now();

	/**
	 * Return a random number.
	 * @return a number from 0 to less than 1
	 */
	double random();

	/**
	 * Wait.
	 * @param duration how long
	 * @throws InterruptedException if the thread is interrupted
	 */
	void sleep(Duration duration) throws InterruptedException;

}
