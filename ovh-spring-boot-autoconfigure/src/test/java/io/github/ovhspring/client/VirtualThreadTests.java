package io.github.ovhspring.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that waiting for the clock, for a token and for answers pins no virtual thread to
 * its carrier.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "skipped: no virtual threads below Java 21")
class VirtualThreadTests {

	private static final int THREADS = 100;

	private static final Duration PINNED = Duration.ofMillis(50);

	private final CountDownLatch answer = new CountDownLatch(1);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void whenThreadsWaitForTheTimeThenNoneIsPinned() throws Exception {
		shouldPinNone((call) -> call.target().endsWith("/auth/time") ? SigningApi.time() : Reply.json("{}"),
				(builder) -> {
				});
	}

	@Test
	void whenThreadsWaitForATokenThenNoneIsPinned() throws Exception {
		shouldPinNone((call) -> Reply.json("{\"access_token\":\"x\",\"expires_in\":3599}"),
				(builder) -> builder.credentials(OvhCredentials.serviceAccount("id", "secret")));
	}

	private void shouldPinNone(Function<Call, Reply> replies, Consumer<OvhClient.Builder> change) throws Exception {
		try (LoopbackServer server = LoopbackServer.start((call) -> {
			await();
			return replies.apply(call);
		}); Recording recording = new Recording()) {
			OvhClient.Builder builder = TestClients.builder(server)
				.tokenUri(URI.create("http://" + server.authority() + "/token"));
			change.accept(builder);
			OvhClient client = builder.build();
			warmUp(change, replies);
			recording.enable("jdk.VirtualThreadPinned").withThreshold(PINNED);
			recording.start();
			ExecutorService threads = virtualThreads();
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				calls.add(threads.submit(() -> client.get("/me").send()));
			}
			// Long enough for a thread that is pinned to be told from one that loads a
			// class.
			Awaitility.await().pollDelay(PINNED.multipliedBy(5)).until(() -> server.calls().size() == 1);
			this.answer.countDown();
			for (Future<?> call : calls) {
				call.get();
			}
			threads.shutdown();
			recording.stop();
			assertThat(server.calls()).hasSize(THREADS + 1);
			assertThat(pinned(recording)).isEmpty();
		}
	}

	// Class loading pins too, and is not what this is about.
	private static void warmUp(Consumer<OvhClient.Builder> change, Function<Call, Reply> replies) {
		try (LoopbackServer server = LoopbackServer.start(replies)) {
			OvhClient.Builder builder = TestClients.builder(server)
				.tokenUri(URI.create("http://" + server.authority() + "/token"));
			change.accept(builder);
			builder.build().get("/me").send();
		}
	}

	private void await() {
		try {
			this.answer.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<RecordedEvent> pinned(Recording recording) throws IOException {
		Path file = this.folder.resolve("pinned.jfr");
		recording.dump(file);
		return RecordingFile.readAllEvents(file)
			.stream()
			.filter((event) -> event.getStackTrace() != null && event.getStackTrace()
				.getFrames()
				.stream()
				.anyMatch((frame) -> frame.getMethod().getType().getName().startsWith("io.github.ovhspring")))
			.toList();
	}

	// This project is compiled for Java 17.
	private static ExecutorService virtualThreads() throws ReflectiveOperationException {
		return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

}
