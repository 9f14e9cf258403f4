package io.github.ovhspring.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The API's own time, by which calls are signed. It is asked for when it is first needed,
 * by one thread for all, and then kept against a monotonic clock, so that what happens to
 * the local wall clock does not matter.
 */
public final class ServerClock {

	private static final Duration VALIDITY = Duration.ofHours(1);

	private final Supplier<Instant> serverTime;

	private final LongSupplier nanoTime;

	private final SingleFlight<Reading> current = new SingleFlight<>("the API's time");

	/**
	 * Create a clock.
	 * @param serverTime asks the API for its time
	 */
	public ServerClock(Supplier<Instant> serverTime) {
		this(serverTime, System::nanoTime);
	}

	ServerClock(Supplier<Instant> serverTime, LongSupplier nanoTime) {
		this.serverTime = serverTime;
		this.nanoTime = nanoTime;
	}

	/**
	 * Return a reading that is no older than an hour, after asking the API where there is
	 * none. Whoever comes while the API is being asked waits for that one answer, and
	 * shares its failure.
	 * @return the reading
	 */
	Reading reading() {
		return this.current.get((known) -> age(known) <= VALIDITY.toNanos(), this::measure);
	}

	private Reading measure() {
		long before = this.nanoTime.getAsLong();
		Instant time = this.serverTime.get();
		long roundTrip = this.nanoTime.getAsLong() - before;
		return new Reading(time, before + roundTrip / 2);
	}

	/**
	 * Forget a reading that the API did not accept, unless there is a newer one.
	 * @param reading the reading
	 */
	void discard(Reading reading) {
		this.current.replace(reading, null);
	}

	/**
	 * Return the API's time now.
	 * @param reading the reading to go by
	 * @return the time
	 */
	Instant now(Reading reading) {
		return reading.serverTime().plusNanos(age(reading));
	}

	private long age(Reading reading) {
		return this.nanoTime.getAsLong() - reading.nanoTime();
	}

	/**
	 * What the API's time was at one moment of the monotonic clock: the middle of the
	 * round trip.
	 *
	 * @param serverTime the API's time
	 * @param nanoTime the moment
	 */
	record Reading(Instant serverTime, long nanoTime) {
	}

}
