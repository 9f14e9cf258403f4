package io.github.ovhspring.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.is;

/**
 * Tests for {@link ServerClock}.
 */
class ServerClockTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

	private final AtomicInteger calls = new AtomicInteger();

	private final ServerClock clock = new ServerClock(this::noon, this.nanoTime::get);

	private Instant noon() {
		this.calls.incrementAndGet();
		return NOON;
	}

	private void pass(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

	private Instant now() {
		return this.clock.now(this.clock.reading());
	}

	@Test
	void shouldNotAskBeforeItIsNeeded() {
		assertThat(this.calls).hasValue(0);
	}

	@Test
	void whenTimePassesThenTellsItByTheMonotonicClock() {
		assertThat(now()).isEqualTo(NOON);
		pass(Duration.ofMinutes(10));
		assertThat(now()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void whenAnswerTakesTimeThenTakesTheMiddleOfTheRoundTrip() {
		ServerClock slow = new ServerClock(() -> {
			pass(Duration.ofSeconds(4));
			return NOON;
		}, this.nanoTime::get);
		assertThat(slow.now(slow.reading())).isEqualTo(NOON.plusSeconds(2));
	}

	@Test
	void whenAnHourHasPassedThenAsksAgain() {
		now();
		pass(Duration.ofHours(1));
		now();
		assertThat(this.calls).hasValue(1);
		pass(Duration.ofNanos(1));
		assertThat(now()).isEqualTo(NOON);
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void whenReadingIsDiscardedThenAsksAgainOnce() {
		ServerClock.Reading reading = this.clock.reading();
		this.clock.discard(reading);
		this.clock.discard(reading);
		ServerClock.Reading newer = this.clock.reading();
		this.clock.discard(reading);
		assertThat(this.clock.reading()).isSameAs(newer);
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void whenAskingFailsThenSaysSoAndAsksAgainNextTime() {
		ServerClock failing = new ServerClock(() -> {
			if (this.calls.incrementAndGet() == 1) {
				throw new IllegalStateException("no time");
			}
			return NOON;
		}, this.nanoTime::get);
		assertThatIllegalStateException().isThrownBy(failing::reading).withMessage("no time");
		assertThat(failing.reading().serverTime()).isEqualTo(NOON);
	}

	@Test
	void whenAskingEndsInAnErrorThenThrowsIt() {
		ServerClock failing = new ServerClock(() -> {
			throw new AssertionError("broken");
		});
		assertThatExceptionOfType(AssertionError.class).isThrownBy(failing::reading).withMessage("broken");
	}

	@Test
	void whenManyThreadsNeedItAtOnceThenAsksOnce() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		ServerClock slow = new ServerClock(() -> {
			this.calls.incrementAndGet();
			await(answer);
			return NOON;
		}, this.nanoTime::get);
		ExecutorService threads = Executors.newFixedThreadPool(100);
		try {
			List<Future<ServerClock.Reading>> readings = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				readings.add(threads.submit(slow::reading));
			}
			Awaitility.await().untilAtomic(this.calls, is(1));
			answer.countDown();
			for (Future<ServerClock.Reading> reading : readings) {
				assertThat(reading.get().serverTime()).isEqualTo(NOON);
			}
			assertThat(this.calls).hasValue(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void whenInterruptedWhileWaitingThenSaysSoAndKeepsTheFlag() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		CountDownLatch asked = new CountDownLatch(1);
		ServerClock slow = new ServerClock(() -> {
			asked.countDown();
			await(answer);
			return NOON;
		}, this.nanoTime::get);
		CompletableFuture<ServerClock.Reading> first = CompletableFuture.supplyAsync(slow::reading,
				(task) -> new Thread(task).start());
		asked.await();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(slow::reading)
			.withMessageContaining("Interrupted");
		assertThat(Thread.interrupted()).isTrue();
		answer.countDown();
		assertThat(first.get().serverTime()).isEqualTo(NOON);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
