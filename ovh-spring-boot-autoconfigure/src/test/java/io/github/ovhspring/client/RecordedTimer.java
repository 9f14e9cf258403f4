package io.github.ovhspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ovhspring.retry.RetryTimer;

/**
 * Time that passes without waiting. Chance is always in the middle.
 */
class RecordedTimer implements RetryTimer {

	private final List<Duration> waits = new CopyOnWriteArrayList<>();

	@Override
	public Instant now() {
		return Instant.parse("2026-11-25T12:00:00Z");
	}

	@Override
	public double random() {
		return 0.5;
	}

	@Override
	public void sleep(Duration duration) throws InterruptedException {
		this.waits.add(duration);
	}

	List<Duration> waits() {
		return this.waits;
	}

}
