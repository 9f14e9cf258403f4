package io.github.ovhspring.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Runs the table of failures in {@code docs/resilience.md}, each line over each of Spring
 * Boot's HTTP clients, against a server that fails so.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class FaultTests {

	private static final Path PAGE = Path.of("../docs/resilience.md");

	private static final Duration BRIEF = Duration.ofMillis(250);

	private static final Map<String, Fault> FAULTS = faults();

	// These send a GET or HEAD again by themselves, within one attempt of ours.
	private static final Set<String> RESENDING = Set.of("jdk", "simple");

	private static final Set<String> RESENT = Set.of("reset before the request is read",
			"reset after the request is read", "connection closed without an answer");

	private final CountDownLatch end = new CountDownLatch(1);

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final RecordedTimer timer = new RecordedTimer();

	private final AtomicInteger attempts = new AtomicInteger();

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.close();
	}

	private static Map<String, Fault> faults() {
		Map<String, Fault> faults = new LinkedHashMap<>();
		faults.put("connection refused", new Fault((test) -> test.server.refuse(), false));
		faults.put("connect timeout", new Fault((test) -> test.server.fill(), false));
		faults.put("reset before the request is read", new Fault((test) -> test.server.reset(), false));
		faults.put("reset after the request is read", answer((test) -> Reply.RESET));
		faults.put("connection closed without an answer", answer((test) -> Reply.NOTHING));
		faults.put("silence until the read timeout", answer(FaultTests::silence));
		faults.put("half a body", answer((test) -> Reply.truncated(200, "{\"a\":", 100)));
		faults.put("a body that drips", answer((test) -> Reply.endless((out) -> {
			while (!test.await(BRIEF.dividedBy(10))) {
				out.write(' ');
			}
		})));
		faults.put("a body that is too large", answer((test) -> Reply.json("[" + "1,".repeat(10_000) + "1]")));
		faults.put("408", status(408));
		faults.put("429", status(429));
		faults.put("429, Retry-After: 7", status(429, "Retry-After: 7"));
		faults.put("429, Retry-After a date in 7 s", status(429, "Retry-After: Wed, 25 Nov 2026 12:00:07 GMT"));
		faults.put("429, Retry-After: soon", status(429, "Retry-After: soon"));
		faults.put("429, Retry-After: 3600", status(429, "Retry-After: 3600"));
		faults.put("500", status(500));
		faults.put("502 with HTML", answer((test) -> Reply.of(502, "text/html", "<html>Bad gateway</html>")));
		faults.put("503", status(503));
		faults.put("504", status(504));
		for (int status : new int[] { 400, 401, 403, 404, 409, 423, 460 }) {
			faults.put("400, 401, 403, 404, 409, 423, 460 (" + status + ")", status(status));
		}
		return faults;
	}

	private static Fault answer(Answering answering) {
		return new Fault((test) -> test.server.answer((call) -> {
			Reply reply = answering.answer(test);
			return call.method().equals("HEAD") ? withoutBody(reply) : reply;
		}), true);
	}

	private static Reply withoutBody(Reply reply) {
		String text = new String(reply.bytes(), StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		return (end < 0) ? reply
				: new Reply(text.substring(0, end + 4).getBytes(StandardCharsets.ISO_8859_1), reply.close());
	}

	private static Fault status(int status, String... headers) {
		return answer((test) -> Reply.of(status, "application/json", "{\"message\":\"no\"}", headers));
	}

	private Reply silence() {
		await(Duration.ofMinutes(1));
		return Reply.NOTHING;
	}

	private boolean await(Duration time) {
		try {
			return this.end.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	private static List<Line> table() throws IOException {
		List<Line> lines = new ArrayList<>();
		for (String line : Files.readAllLines(PAGE)) {
			String[] cells = line.replace("`", "").split(" *\\| *");
			if (cells.length == 6 && !cells[1].equals("failure") && !cells[1].startsWith("---")) {
				lines.add(new Line(cells[1], attempts(cells[2]), attempts(cells[3]), cells[4], cells[5]));
			}
		}
		return lines;
	}

	private static int attempts(String cell) {
		return Integer.parseInt(cell.substring(0, cell.indexOf(" attempt")));
	}

	static Stream<Arguments> lines() throws IOException {
		return table().stream()
			.flatMap((line) -> FAULTS.keySet()
				.stream()
				.filter((fault) -> fault.equals(line.failure()) || fault.startsWith(line.failure() + " ("))
				.flatMap((fault) -> TestClients.TRANSPORTS.keySet()
					.stream()
					.sorted()
					.map((transport) -> Arguments.of(transport, fault, line))));
	}

	@Test
	void shouldHaveAFaultForEachLineAndALineForEachFault() throws IOException {
		assertThat(table()).extracting(Line::failure)
			.containsExactlyElementsOf(
					FAULTS.keySet().stream().map((fault) -> fault.replaceFirst(" \\(.*", "")).distinct().toList());
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("lines")
	// Most of the time they wait.
	@Execution(ExecutionMode.CONCURRENT)
	void shouldDoAsTheTableSays(String transport, String fault, Line line) {
		OvhClient client = client(transport, fault);
		Objects.requireNonNull(FAULTS.get(fault)).inject().accept(this);
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT,
				HttpMethod.PATCH, HttpMethod.DELETE)) {
			boolean hasBody = method != HttpMethod.HEAD || !line.thrown().equals("UnreadableResponse");
			if (hasBody && (method != HttpMethod.PATCH || !transport.equals("simple"))) {
				check(transport, client, method, fault, line);
			}
		}
	}

	private OvhClient client(String transport, String fault) {
		boolean brief = fault.contains("silence") || fault.contains("drips");
		return ((DefaultOvhClientBuilder) TestClients.builder(this.server)
			.requestFactoryBuilder(TestClients.transport(transport))
			.connectTimeout(fault.equals("connect timeout") ? BRIEF : Duration.ofSeconds(20))
			.readTimeout(brief ? BRIEF : Duration.ofSeconds(20))
			.maxResponseSize(DataSize.ofKilobytes(8))
			.retryDelay(Duration.ofMillis(200), Duration.ofSeconds(5))
			.configureRestClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
				this.attempts.incrementAndGet();
				return execution.execute(request, body);
			}))).retryTimer(this.timer).build();
	}

	private void check(String transport, OvhClient client, HttpMethod method, String fault, Line line) {
		this.attempts.set(0);
		this.timer.waits().clear();
		this.server.calls().clear();
		int accepted = this.server.accepted();
		OvhRequest request = client.method(method, "/me/x").unauthenticated();
		if (method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH) {
			request.body(Map.of("a", "x".repeat(fault.startsWith("reset") ? 3_000_000 : 1)));
		}
		Throwable failure = catchThrowable(request::send);
		int expected = line.attempts(method);
		int resent = (expected > 1 && RESENT.contains(fault) && RESENDING.contains(transport)) ? 2 : 1;
		assertThat(this.attempts).as(method + " " + failure).hasValue(expected);
		if (Objects.requireNonNull(FAULTS.get(fault)).arrives()) {
			// Where the client waits for nothing but a timeout, it may be ahead of the
			// server.
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(this.server.calls()).as(method + " at the server").hasSize(expected * resent));
		}
		else if (fault.startsWith("reset")) {
			assertThat(this.server.accepted() - accepted).as(method + " at the server")
				.isBetween(expected, expected * resent);
		}
		assertThat(this.timer.waits()).isEqualTo(line.expectedWaits(expected));
		assertThat(failure).isInstanceOf(RestClientException.class);
		assertThat(names(failure.getClass())).as(method + " " + failure).contains(line.thrown());
	}

	private static List<String> names(Class<?> type) {
		return Stream.<Class<?>>iterate(type, (each) -> each != Object.class, Class::getSuperclass)
			.map(Class::getSimpleName)
			.toList();
	}

	private interface Answering {

		Reply answer(FaultTests test);

	}

	private interface Injecting {

		void accept(FaultTests test);

	}

	private record Fault(Injecting inject, boolean arrives) {
	}

	private record Line(String failure, int ofSafe, int ofOthers, String waits, String thrown) {

		int attempts(HttpMethod method) {
			return (method == HttpMethod.GET || method == HttpMethod.HEAD) ? this.ofSafe : this.ofOthers;
		}

		List<Duration> expectedWaits(int attempts) {
			List<Duration> waits = switch (this.waits) {
				case "none" -> List.of();
				case "back-off" -> List.of(Duration.ofMillis(100), Duration.ofMillis(200));
				default -> List.of(Duration.ofSeconds(7), Duration.ofSeconds(7));
			};
			return waits.subList(0, Math.min(attempts - 1, waits.size()));
		}

		@Override
		public String toString() {
			return this.failure;
		}

	}

}
