package io.github.ovhspring.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.retry.RetryTimer;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.spy;

/**
 * Tests for how calls are sent again. Which ones are is in the table of
 * {@code docs/resilience.md}, which has a test of its own.
 */
@Timeout(60)
class RetryTests {

	private static final Reply BUSY = Reply.error(503, "{\"message\":\"busy\"}");

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final RecordedTimer timer = new RecordedTimer();

	private final OvhClient client = builder(this.timer).build();

	@AfterEach
	void stop() {
		this.server.close();
	}

	private DefaultOvhClientBuilder builder(RetryTimer timer) {
		return ((DefaultOvhClientBuilder) TestClients.builder(this.server)
			.retryDelay(Duration.ofMillis(200), Duration.ofSeconds(5))).retryTimer(timer);
	}

	/** Answer these, one after the other, and then success. */
	private void answer(Reply... replies) {
		AtomicInteger next = new AtomicInteger();
		this.server.answer(new SigningApi((call) -> {
			int number = next.getAndIncrement();
			return (number < replies.length) ? replies[number] : Reply.json("{\"ok\":true}");
		}));
	}

	private List<Call> calls() {
		return this.server.calls("/1.0/me");
	}

	@Test
	void whenAFailurePassesThenReturnsTheAnswer() {
		answer(BUSY, Reply.truncated(200, "{", 100));
		assertThat(this.client.get("/me").as(String.class)).isEqualTo("{\"ok\":true}");
		assertThat(calls()).hasSize(3);
		assertThat(this.timer.waits()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
	}

	@Test
	void shouldSendAsOftenAsIsSet() {
		answer(BUSY, BUSY, BUSY, BUSY, BUSY, BUSY, BUSY, BUSY);
		OvhClient patient = this.client.mutate()
			.maxAttempts(7)
			.retryDelay(Duration.ofSeconds(1), Duration.ofSeconds(5))
			.build();
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(patient.get("/me")::send);
		assertThat(calls()).hasSize(7);
		assertThat(this.timer.waits()).extracting(Duration::toMillis)
			.containsExactly(500L, 1000L, 2000L, 2500L, 2500L, 2500L);
		answer(BUSY);
		OvhClient impatient = this.client.mutate().maxAttempts(1).build();
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(impatient.get("/me")::send);
	}

	@Test
	void shouldWaitForARandomTime() {
		RecordedTimer random = new RecordedTimer() {

			@Override
			public double random() {
				return RetryTimer.SYSTEM.random();
			}

		};
		OvhClient real = builder(random).build();
		for (int i = 0; i < 20; i++) {
			answer(BUSY);
			real.get("/me").send();
		}
		assertThat(random.waits()).hasSize(20)
			.allSatisfy((wait) -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(200)));
		assertThat(random.waits()).doesNotHaveDuplicates();
	}

	@Test
	void shouldSignEachAttemptAnewAfterTheWait() {
		answer(BUSY, BUSY);
		List<String> events = new ArrayList<>();
		OvhClient changing = builder(new RecordedTimer() {

			@Override
			public void sleep(Duration duration) {
				events.add("wait");
			}

		}).credentials(() -> {
			events.add("key");
			return OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY, SigningApi.APPLICATION_SECRET,
					"consumerKey" + events.size());
		}).build();
		changing.get("/me").send();
		assertThat(events.subList(events.indexOf("wait"), events.size())).containsExactly("wait", "key", "wait", "key");
		assertThat(calls()).extracting((call) -> call.header("X-Ovh-Consumer")).doesNotHaveDuplicates().hasSize(3);
		assertThat(calls()).extracting((call) -> call.header("X-Ovh-Signature")).doesNotHaveDuplicates();
	}

	@Test
	void shouldRunInterceptorsOfTheApplicationForEachAttempt() {
		AtomicInteger attempts = new AtomicInteger();
		OvhClient tracing = builder(this.timer)
			.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
				request.getHeaders().add("X-Attempt", String.valueOf(attempts.incrementAndGet()));
				return execution.execute(request, body);
			}))
			.build();
		tracing.get("/me").unauthenticated().send();
		answer(BUSY, BUSY);
		tracing.get("/me").unauthenticated().send();
		assertThat(calls()).extracting((call) -> call.header("X-Attempt")).containsExactly("1", "2", "3", "4");
	}

	@Test
	void shouldCloseAFailedAnswerBeforeTheNextAttempt() {
		answer(BUSY, Reply.truncated(200, "[", 100));
		List<String> events = new ArrayList<>();
		OvhClient watched = builder(this.timer)
			.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
				events.add("sent");
				ClientHttpResponse response = spy(execution.execute(request, body));
				willAnswer((call) -> {
					events.add("closed");
					return call.callRealMethod();
				}).given(response).close();
				return response;
			}))
			.build();
		watched.get("/me").unauthenticated().send();
		assertThat(events).containsExactly("sent", "closed", "sent", "closed", "sent", "closed");
	}

	@Test
	void shouldTellOfEarlierAttempts() {
		answer(BUSY, Reply.truncated(200, "[", 100), Reply.of(503, "", "", "Retry-After: soon"));
		OvhApiException ex = catchThrowableOfType(OvhApiException.class, this.client.get("/me/{id}", "x")::send);
		assertThat(ex).isInstanceOf(OvhApiException.ServerError.class)
			.hasMessage("GET /me/{id}: 503 Service Unavailable after 3 attempts "
					+ "(X-Ovh-QueryID: EU.ext-3.1234) (Retry-After: soon)");
		assertThat(ex.getSuppressed()).extracting(Throwable::getMessage)
			.containsExactly("attempt 1 of 3: 503 X-Ovh-QueryID: EU.ext-3.1234, sent again after 100 ms",
					"attempt 2 of 3: 200, not whole, X-Ovh-QueryID: EU.ext-3.1234, sent again after 200 ms");
	}

	@Test
	void whenThereIsNoAnswerThenTellsOfEarlierAttemptsToo() {
		this.server.refuse();
		assertThatExceptionOfType(ResourceAccessException.class)
			.isThrownBy(this.client.post("/me").unauthenticated()::send)
			.havingCause()
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(2))
			.satisfies((ex) -> assertThat(ex.getSuppressed()[0].getMessage()).startsWith("attempt 1 of 3: ")
				.contains("ConnectException")
				.endsWith(", sent again after 100 ms"));
	}

	@Test
	void whenTheApiAsksForATimeThenWaitsAsLong() {
		answer(Reply.of(429, "", "", "Retry-After: 30"), Reply.of(503, "", "", "Retry-After: 0"));
		this.client.get("/me").send();
		assertThat(this.timer.waits()).containsExactly(Duration.ofSeconds(30), Duration.ofMillis(200));
	}

	@Test
	void whenTheApiAsksForALongTimeThenFailsAtOnce() {
		answer(Reply.of(429, "", "", "Retry-After: 31"));
		assertThatExceptionOfType(OvhApiException.TooManyRequests.class).isThrownBy(this.client.get("/me")::send)
			.withMessage("GET /me: 429 Too Many Requests (X-Ovh-QueryID: EU.ext-3.1234) (Retry-After: 31)");
		assertThat(this.timer.waits()).isEmpty();
	}

	@Test
	void whenInterruptedThenEndsTheWaitAndKeepsTheFlag() {
		answer(Reply.of(503, "", "", "Retry-After: 30"));
		OvhClient interrupted = builder(new RecordedTimer() {

			@Override
			public void sleep(Duration duration) throws InterruptedException {
				Thread.currentThread().interrupt();
				RetryTimer.SYSTEM.sleep(duration);
			}

		}).build();
		Throwable failure = catchThrowable(interrupted.get("/me")::send);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(failure).isInstanceOf(ResourceAccessException.class)
			.hasCauseInstanceOf(InterruptedIOException.class)
			.hasMessageEndingWith("Interrupted while waiting to send the call again");
		assertThat(Objects.requireNonNull(failure.getCause()).getSuppressed()).extracting(Throwable::getMessage)
			.containsExactly("attempt 1 of 3: 503 X-Ovh-QueryID: EU.ext-3.1234, sent again after 30000 ms");
		assertThat(calls()).hasSize(1);
	}

	@Test
	void whenInterruptedBeforehandThenDoesNotWait() {
		answer(BUSY);
		OvhClient interrupted = builder(this.timer)
			.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
				if (request.getURI().getPath().endsWith("/me")) {
					Thread.currentThread().interrupt();
					throw new IOException("cancelled");
				}
				return execution.execute(request, body);
			}))
			.build();
		Throwable failure = catchThrowable(interrupted.get("/me")::send);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(failure).hasMessageEndingWith("cancelled");
		assertThat(this.timer.waits()).isEmpty();
	}

	@Test
	void whenAnInterceptorFailsThenThatIsTheFailure() {
		for (Throwable failure : List.of(new IllegalStateException("mine"), new AssertionError("mine"))) {
			OvhClient failing = builder(this.timer)
				.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
					if (failure instanceof Error error) {
						throw error;
					}
					throw (RuntimeException) failure;
				}))
				.build();
			assertThat(catchThrowable(failing.get("/me")::send)).isSameAs(failure);
		}
		assertThat(this.timer.waits()).isEmpty();
	}

	private int attempts(OvhClient client, int calls) {
		int before = calls().size();
		IntStream.range(0, calls)
			.parallel()
			.forEach((call) -> assertThatExceptionOfType(OvhApiException.ServerError.class)
				.isThrownBy(client.get("/me")::send));
		return calls().size() - before;
	}

	@Test
	void duringAnOutageThereAreFewRetriesAndThenTheyComeBack() {
		this.server.answer(BUSY);
		assertThat(attempts(this.client, 500)).isEqualTo(500 + 20);
		assertThat(attempts(this.client.withConsumerKey("another"), 500)).isEqualTo(500);
		answer();
		IntStream.range(0, 7).forEach((i) -> this.client.get("/me").send());
		this.server.answer(BUSY);
		assertThat(attempts(this.client, 10)).isEqualTo(10 + 1);
		answer();
		IntStream.range(0, 300).parallel().forEach((i) -> this.client.get("/me").send());
		this.server.answer(BUSY);
		assertThat(attempts(this.client, 100)).isEqualTo(100 + 20);
	}

	@Test
	void whenTheTimeCannotBeHadThenAsksForItAgainAndNotForTheCall() {
		this.server.answer((call) -> BUSY);
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(this.client.get("/me")::send)
			.withMessageStartingWith("GET /auth/time: 503 Service Unavailable after 3 attempts");
		assertThat(this.server.calls()).hasSize(3);
	}

	@Test
	void whenATokenIsNotIssuedThenDoesNotAskTwice() {
		this.server.answer((call) -> BUSY);
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(account().get("/me")::send);
		assertThat(this.server.calls("/token")).hasSize(1);
	}

	@Test
	void whenTheTokenEndpointCannotBeReachedThenTriesAgain() {
		this.server.refuse();
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(account().get("/me")::send);
		assertThat(this.timer.waits()).hasSize(2);
	}

	private OvhClient account() {
		return builder(this.timer).credentials(OvhCredentials.serviceAccount("robot", "hush"))
			.tokenUri(URI.create("http://" + this.server.authority() + "/token"))
			.build();
	}

	@Test
	void shouldSendCallsOfTheRestClientAgain() {
		answer(BUSY, BUSY);
		assertThat(this.client.restClient().get().uri("/me").retrieve().body(String.class)).isEqualTo("{\"ok\":true}");
		assertThat(calls()).hasSize(3);
	}

}
