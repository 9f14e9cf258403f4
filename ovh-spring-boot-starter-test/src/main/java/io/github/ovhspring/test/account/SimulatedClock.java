package io.github.ovhspring.test.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Clock of the simulator, which can be wrong on purpose. Thread-safe.
 */
public final class SimulatedClock {

	/** How far a timestamp may be off. Ours: nobody has published the API's own. */
	public static final Duration WINDOW = Duration.ofSeconds(30);

	private final Duration initial;

	// By which clients that outlive a test may still go.
	private final Set<Duration> former = new CopyOnWriteArraySet<>();

	private volatile Duration offset;

	/**
	 * Create a clock.
	 * @param offset how far it is ahead of the true time
	 */
	public SimulatedClock(Duration offset) {
		this.initial = offset;
		this.offset = offset;
	}

	/**
	 * Set how far the clock is ahead of the true time.
	 */
	public synchronized void setOffset(Duration offset) {
		this.former.clear();
		this.offset = offset;
	}

	/**
	 * Step the clock.
	 */
	public synchronized void advance(Duration step) {
		setOffset(this.offset.plus(step));
	}

	/**
	 * Go back to the offset of the beginning. Clients that have measured the clock before
	 * are not punished for it: their timestamps are accepted until the clock is set anew.
	 */
	public synchronized void reset() {
		this.former.add(this.offset);
		this.offset = this.initial;
	}

	/**
	 * Return the time.
	 */
	public Instant instant() {
		return Instant.now().plus(this.offset);
	}

	/**
	 * Return whether a timestamp is close enough to the time.
	 */
	public boolean accepts(long timestamp) {
		return isNear(timestamp, this.offset) || this.former.stream().anyMatch((other) -> isNear(timestamp, other));
	}

	private static boolean isNear(long timestamp, Duration offset) {
		return Math.abs(Instant.now().plus(offset).getEpochSecond() - timestamp) <= WINDOW.toSeconds();
	}

}
