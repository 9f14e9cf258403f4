package io.github.ovhspring.client;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that as many calls as may be are in flight at once, whichever HTTP client sends
 * them, and that a failure is thrown while others are.
 */
@Timeout(120)
class InFlightTests {

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.close();
	}

	static Stream<String> transports() {
		return TestClients.TRANSPORTS.keySet().stream().sorted();
	}

	static Stream<Arguments> transportsAndConcurrency() {
		return transports().flatMap((name) -> Stream.of(Arguments.of(name, 16), Arguments.of(name, 100)));
	}

	private OvhClient client(ClientHttpRequestFactoryBuilder<?> transport, int concurrency) {
		return TestClients.builder(this.server).requestFactoryBuilder(transport).concurrency(concurrency).build();
	}

	/** Answer when so many calls are there. */
	private void answerAtOnce(int calls) {
		CountDownLatch there = new CountDownLatch(calls);
		this.server.answer(new SigningApi((call) -> {
			there.countDown();
			return await(there) ? Reply.json("1") : Reply.error(500, "{\"message\":\"not at once\"}");
		}));
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@ParameterizedTest
	@MethodSource("transportsAndConcurrency")
	void shouldReachTheServerAtOnce(String transport, int concurrency) {
		answerAtOnce(concurrency);
		List<Integer> ids = IntStream.range(0, concurrency).boxed().toList();
		assertThat(client(TestClients.transport(transport), concurrency).getAll("/me/bill/{id}", ids, Integer.class))
			.hasSize(concurrency);
	}

	static Stream<ClientHttpRequestFactoryBuilder<?>> pools() {
		return Stream.of(
				ClientHttpRequestFactoryBuilder.httpComponents()
					.withConnectionManagerCustomizer((pool) -> pool.setMaxConnPerRoute(60).setMaxConnTotal(60)),
				ClientHttpRequestFactoryBuilder.jetty()
					.withHttpClientCustomizer((client) -> client.setMaxConnectionsPerDestination(60)));
	}

	@ParameterizedTest
	@MethodSource("pools")
	void whenApplicationAdmitsMoreThenThatHolds(ClientHttpRequestFactoryBuilder<?> transport) throws Exception {
		answerAtOnce(60);
		OvhClient client = client(transport, 2);
		ExecutorService threads = Executors.newFixedThreadPool(60);
		try {
			Callable<Integer> call = () -> client.get("/me").as(Integer.class);
			for (Future<Integer> result : threads.invokeAll(Collections.nCopies(60, call))) {
				assertThat(result.get()).isOne();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void whenACallFailsThenDoesNotWaitForTheOthers(String transport) {
		AtomicInteger answered = new AtomicInteger();
		this.server.answer(new SigningApi((call) -> {
			if (call.target().endsWith("/3")) {
				return Reply.error(404, "{}");
			}
			await(this.end);
			answered.incrementAndGet();
			return Reply.json("1");
		}));
		assertThatExceptionOfType(OvhApiException.NotFound.class)
			.isThrownBy(() -> client(TestClients.transport(transport), 4).getAll("/me/bill/{id}",
					List.of(0, 1, 2, 3, 4), Integer.class));
		assertThat(answered).hasValue(0);
	}

}
