package io.github.ovhspring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.function.ThrowingSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nothing of ours outlives the application context, even if it is closed while
 * the API owes answers.
 */
@Timeout(120)
class ClosedContextTests {

	// Those that belong to one client. What the JDK's and Reactor's clients have is a
	// daemon or serves the whole JVM.
	private static final String THREADS = "ovh-.*|HttpClient@.*";

	private static final int CONCURRENCY = 4;

	private final CountDownLatch end = new CountDownLatch(1);

	private final LoopbackServer server = LoopbackServer.start(new SigningApi((call) -> {
		if (call.target().contains("/bill/")) {
			ThrowingSupplier.of(() -> this.end.await(1, TimeUnit.MINUTES)).get();
		}
		return Reply.json("1");
	}));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.close();
	}

	private ApplicationContextRunner runner(String transport) {
		return OvhContextRunner.in(this.folder)
			.withPropertyValues(properties("ovh."))
			.withPropertyValues(properties("ovh.clients.other."))
			.withPropertyValues("spring.http.clients.imperative.factory=" + transport, "ovh.http.read-timeout=1s",
					"ovh.retry.enabled=false", "ovh.concurrency=" + CONCURRENCY);
	}

	private String[] properties(String prefix) {
		return new String[] { prefix + "endpoint=" + this.server.url(),
				prefix + "application-key=" + SigningApi.APPLICATION_KEY,
				prefix + "application-secret=" + SigningApi.APPLICATION_SECRET,
				prefix + "consumer-key=" + SigningApi.CONSUMER_KEY };
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "simple", "jetty", "reactor" })
	void whenCallsAreInFlightThenTheyEndAndNoThreadIsLeft(String transport) {
		List<Thread> before = threads();
		CompletableFuture<Throwable> single = new CompletableFuture<>();
		CompletableFuture<Throwable> many = new CompletableFuture<>();
		runner(transport).run((context) -> {
			OvhClient ovh = context.getBean(OvhClient.class);
			OvhClient other = context.getBean(OvhClients.class).get("other");
			start(single, () -> other.get("/me/bill/{id}", "x").send());
			start(many, () -> ovh.getAll("/me/bill/{id}", IntStream.range(0, 20).boxed().toList(), Integer.class));
			Awaitility.await().until(() -> this.server.calls("/1.0/me/bill/").size() == CONCURRENCY + 1);
		});
		assertThat(Stream.of(single, many)).allSatisfy(
				(each) -> assertThat(each).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(RuntimeException.class));
		Awaitility.await()
			.untilAsserted(() -> assertThat(threads()).as(dump()).allMatch((thread) -> before.contains(thread)));
	}

	@Test
	void shouldLeaveOpenWhatAnotherClientSharesWithIt() {
		runner("http-components").run((context) -> {
			OvhClient ovh = context.getBean(OvhClient.class);
			context.getBeanFactory().destroyBean(ovh.withConsumerKey("another"));
			assertThat(ovh.get("/me").as(Integer.class)).isOne();
		});
	}

	private static void start(CompletableFuture<Throwable> failure, Runnable call) {
		Thread thread = new Thread(() -> {
			try {
				call.run();
				failure.completeExceptionally(new IllegalStateException("The call was answered"));
			}
			catch (RuntimeException ex) {
				failure.complete(ex);
			}
		}, "caller");
		thread.setDaemon(true);
		thread.start();
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().matches(THREADS))
			.toList();
	}

	private static String dump() {
		StringBuilder dump = new StringBuilder();
		Thread.getAllStackTraces()
			.forEach((thread, stack) -> dump.append(thread).append(' ').append(List.of(stack)).append('\n'));
		return dump.toString();
	}

}
