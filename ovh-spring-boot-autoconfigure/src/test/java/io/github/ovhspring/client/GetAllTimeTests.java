package io.github.ovhspring.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.function.ThrowingFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prints how long {@link OvhClient#getAll} takes, beside as many threads with the JDK's
 * HTTP client and nothing else: a busy machine delays both.
 */
class GetAllTimeTests {

	private static final int BILLS = 500;

	private static final int CONCURRENCY = 16;

	private static final int DELAY = 20;

	private static final int RUNS = 3;

	private static final long LEAST = TimeUnit.MILLISECONDS
		.toNanos((BILLS + CONCURRENCY - 1) / CONCURRENCY * (long) DELAY);

	private final CountDownLatch end = new CountDownLatch(1);

	private final LoopbackServer server = LoopbackServer
		.start(new SigningApi(ThrowingFunction.of(this::answerAfterAWhile)));

	private final ExecutorService threads = Executors.newFixedThreadPool(CONCURRENCY);

	private Reply answerAfterAWhile(Call call) throws InterruptedException {
		boolean ended = this.end.await(DELAY, TimeUnit.MILLISECONDS);
		return ended ? Reply.NOTHING : Reply.json(call.target().substring(call.target().lastIndexOf('/') + 1));
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.threads.shutdownNow();
		this.server.close();
	}

	@Test
	void shouldTakeLittleLongerThanTheServer() throws Exception {
		OvhClient client = TestClients.client(this.server);
		HttpClient plain = HttpClient.newHttpClient();
		StringBuilder ours = new StringBuilder();
		StringBuilder others = new StringBuilder();
		for (int run = 0; run < RUNS; run++) {
			ours.append(time(() -> client.getAll("/me/bill/{id}", ids(), Integer.class)));
			others.append(time(() -> getAll(plain)));
		}
		System.out.printf("%d bills, %d at once, from a server that takes %d ms, times the least, each run warmer:%n"
				+ "  getAll%s%n  JDK   %s%n", BILLS, CONCURRENCY, DELAY, ours, others);
	}

	private static List<Integer> ids() {
		return IntStream.range(0, BILLS).boxed().toList();
	}

	private List<Integer> getAll(HttpClient client) throws Exception {
		List<Callable<String>> calls = new ArrayList<>();
		for (int id : ids()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.server.url() + "/me/bill/" + id))
				.header("X-Ovh-Application", SigningApi.APPLICATION_KEY)
				.build();
			calls.add(() -> client.send(request, HttpResponse.BodyHandlers.ofString()).body());
		}
		List<Integer> answers = new ArrayList<>();
		for (Future<String> call : this.threads.invokeAll(calls)) {
			answers.add(Integer.valueOf(call.get()));
		}
		return answers;
	}

	private static String time(Callable<List<Integer>> calls) throws Exception {
		long start = System.nanoTime();
		assertThat(calls.call()).isEqualTo(ids());
		return " %.2f".formatted((double) (System.nanoTime() - start) / LEAST);
	}

}
