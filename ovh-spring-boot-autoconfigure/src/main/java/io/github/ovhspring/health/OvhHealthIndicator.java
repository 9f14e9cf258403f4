package io.github.ovhspring.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ovhspring.client.OvhClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@link HealthIndicator} that asks the OVHcloud API for its time, unsigned. It answers
 * within its timeout, whatever the API does.
 */
public final class OvhHealthIndicator implements HealthIndicator {

	private final OvhClient client;

	private final Duration timeout;

	private final AtomicReference<@Nullable Check> current = new AtomicReference<>();

	/**
	 * Create an indicator.
	 * @param client the client to ask with
	 * @param timeout how long to wait for an answer
	 */
	public OvhHealthIndicator(OvhClient client, Duration timeout) {
		this.client = client;
		this.timeout = timeout;
	}

	@Override
	public Health health() {
		Check check = check();
		try {
			return check.result().get(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			check.thread().interrupt();
			return down("no answer within " + print(this.timeout));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return down("interrupted");
		}
		catch (ExecutionException ex) {
			return down(describe(Objects.requireNonNull(ex.getCause())));
		}
	}

	// Not every HTTP client can be interrupted: while one call hangs, none is added to
	// it.
	private Check check() {
		Check mine = Check.of(this::ask);
		Check check = Objects.requireNonNull(
				this.current.updateAndGet((known) -> (known != null && known.thread().isAlive()) ? known : mine));
		if (check == mine) {
			check.thread().start();
		}
		return check;
	}

	private Health ask() {
		Instant before = Instant.now();
		long start = System.nanoTime();
		Instant serverTime = this.client.serverTime();
		Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
		return Health.up()
			.withDetail("endpoint", this.client.endpoint().toString())
			.withDetail("serverTime", serverTime.toString())
			.withDetail("clockOffset", print(Duration.between(before.plus(roundTrip.dividedBy(2)), serverTime)))
			.withDetail("roundTripTime", print(roundTrip))
			.build();
	}

	private static String describe(Throwable failure) {
		Throwable cause = failure.getCause();
		// The JDK's client has no message for a refused connection.
		return String.valueOf(failure.getMessage()).replaceFirst(": null$", "")
				+ ((cause != null) ? " (" + cause.getClass().getSimpleName() + ")" : "");
	}

	private Health down(String reason) {
		return Health.down()
			.withDetail("endpoint", this.client.endpoint().toString())
			.withDetail("error", reason)
			.build();
	}

	private static String print(Duration duration) {
		return DurationStyle.SIMPLE.print(duration, ChronoUnit.MILLIS);
	}

	/**
	 * A call to the API and the thread that it is made in.
	 */
	private record Check(Thread thread, Future<Health> result) {

		static Check of(Callable<Health> call) {
			FutureTask<Health> task = new FutureTask<>(call);
			Thread thread = new Thread(task, "ovh-health");
			thread.setDaemon(true);
			return new Check(thread, task);
		}

	}

}
