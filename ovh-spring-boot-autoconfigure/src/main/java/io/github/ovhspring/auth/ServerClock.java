package io.github.ovhspring.auth;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.web.client.ResourceAccessException;

/**
 * The API's own time, by which calls are signed. It is asked for when it is first needed,
 * by one thread for all, and then kept against a monotonic clock, so that what happens to
 * the local wall clock does not matter.
 */
public final class ServerClock {

	private static final Duration VALIDITY = Duration.ofHours(1);

	private final Supplier<Instant> serverTime;

	private final LongSupplier nanoTime;

	private final AtomicReference<@Nullable CompletableFuture<Reading>> current = new AtomicReference<>();

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
		CompletableFuture<Reading> mine = new CompletableFuture<>();
		CompletableFuture<Reading> valid = this.current
			.updateAndGet((known) -> (known != null && isValid(known)) ? known : mine);
		if (valid == mine) {
			measure(mine);
		}
		return await(Objects.requireNonNull(valid));
	}

	private boolean isValid(CompletableFuture<Reading> reading) {
		return !reading.isDone() || age(reading.join()) <= VALIDITY.toNanos();
	}

	private void measure(CompletableFuture<Reading> result) {
		try {
			long before = this.nanoTime.getAsLong();
			Instant time = this.serverTime.get();
			long roundTrip = this.nanoTime.getAsLong() - before;
			result.complete(new Reading(time, before + roundTrip / 2));
		}
		catch (Throwable ex) {
			this.current.set(null);
			result.completeExceptionally(ex);
		}
	}

	private static Reading await(CompletableFuture<Reading> reading) {
		try {
			return reading.get();
		}
		catch (ExecutionException ex) {
			throw unchecked(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ResourceAccessException("Interrupted while waiting for the API's time",
					new InterruptedIOException());
		}
	}

	private static RuntimeException unchecked(@Nullable Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		return (RuntimeException) Objects.requireNonNull(failure);
	}

	/**
	 * Forget a reading that the API did not accept, unless there is a newer one.
	 * @param reading the reading
	 */
	void discard(Reading reading) {
		this.current.updateAndGet((known) -> (known != null && known.getNow(null) == reading) ? null : known);
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
