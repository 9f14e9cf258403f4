package io.github.ovhspring.client;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.OwnJvm;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that an answer without an end does not fill the memory: each HTTP client gets one
 * in a virtual machine of its own that has little.
 */
@Timeout(180)
class EndlessAnswerTests {

	@Test
	void whenAnAnswerDoesNotEndThenStopsReadingInLittleMemory() throws Exception {
		String output = OwnJvm.run("-Xmx48m", EndlessAnswerTests.class);
		assertThat(output.lines().filter((line) -> line.startsWith("= "))).as(output)
			.containsExactly("= httpcomponents: UnreadableResponse", "= jdk: UnreadableResponse",
					"= jetty: UnreadableResponse", "= reactor: UnreadableResponse", "= simple: UnreadableResponse");
	}

	/** Call for endless answers, by each HTTP client in its turn. */
	public static void main(String[] arguments) {
		byte[] spaces = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
		try (LoopbackServer server = LoopbackServer.start(new SigningApi((call) -> Reply.endless((out) -> {
			while (true) {
				out.write(spaces);
			}
		})))) {
			for (String transport : new TreeSet<>(TestClients.TRANSPORTS.keySet())) {
				OvhClient client = TestClients.builder(server)
					.requestFactoryBuilder(TestClients.transport(transport))
					.maxResponseSize(DataSize.ofMegabytes(4))
					.build();
				Throwable failure = catchThrowable(client.get("/me/bill")::send);
				System.out.println("= " + transport + ": " + failure.getClass().getSimpleName());
			}
		}
		System.exit(0);
	}

}
