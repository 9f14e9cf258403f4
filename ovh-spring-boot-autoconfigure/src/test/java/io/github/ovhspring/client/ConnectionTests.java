package io.github.ovhspring.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what becomes of connections, and for how long they are waited for, with each
 * of Spring Boot's HTTP clients.
 */
@Timeout(120)
class ConnectionTests {

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	@AfterEach
	void stop() {
		this.server.close();
	}

	static Stream<String> transports() {
		return TestClients.TRANSPORTS.keySet().stream().sorted();
	}

	private OvhClient.Builder builder(String transport) {
		return TestClients.builder(this.server).requestFactoryBuilder(TestClients.transport(transport)).maxAttempts(1);
	}

	@ParameterizedTest
	@MethodSource("transports")
	void whenAnswersAreWholeThenKeepsTheConnection(String transport) {
		AtomicInteger number = new AtomicInteger();
		List<Reply> replies = List.of(Reply.json("{}"), Reply.error(503, "{}"), Reply.empty(204), Reply.empty(200));
		this.server.answer(new SigningApi((call) -> replies.get(number.getAndIncrement() % replies.size())));
		OvhClient client = builder(transport).build();
		for (int i = 0; i < 20; i++) {
			catchThrowable(client.get("/me")::send);
		}
		assertThat(this.server.calls("/1.0/me")).hasSize(20);
		// Jetty may open another one while the first is on its way back.
		assertThat(this.server.accepted()).isLessThanOrEqualTo(transport.equals("jetty") ? 10 : 1);
	}

	@ParameterizedTest
	@MethodSource("transports")
	void afterTheReadTimeoutOfAWholeAnswerKeepsTheConnection(String transport) {
		OvhClient client = builder(transport).readTimeout(Duration.ofSeconds(1)).build();
		client.serverTime();
		Awaitility.await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
		client.serverTime();
		// Jetty calls a connection idle that long after that time.
		assertThat(this.server.accepted()).isEqualTo(transport.equals("jetty") ? 2 : 1);
	}

	@ParameterizedTest
	@MethodSource("transports")
	void afterAThousandFaultsNoConnectionIsLeft(String transport) {
		List<Reply> faults = List.of(Reply.error(503, "{}"), Reply.truncated(200, "[1", 100), Reply.RESET,
				Reply.of(502, "text/html", "<html>"), Reply.json("[" + "1,".repeat(10_000) + "1]"), Reply.NOTHING,
				Reply.truncated(503, "{", 100), Reply.endless((out) -> {
					while (true) {
						out.write(new byte[1000]);
					}
				}));
		AtomicInteger number = new AtomicInteger();
		// Jetty may lose a call that meets the end of a connection: the timeout ends it.
		OvhClient client = builder(transport).readTimeout(Duration.ofSeconds(5))
			.maxResponseSize(DataSize.ofKilobytes(8))
			.build();
		client.serverTime();
		this.server.answer(new SigningApi((call) -> faults.get(number.getAndIncrement() % faults.size())));
		for (int i = 0; i < 1000; i++) {
			assertThatExceptionOfType(RestClientException.class).isThrownBy(client.post("/me")::send);
		}
		assertThat(number).hasValueGreaterThanOrEqualTo(900);
		Awaitility.await().until(() -> this.server.open() <= 1);
		this.server.answer(new SigningApi((call) -> Reply.json("1")));
		List<Integer> ids = IntStream.range(0, 50).boxed().toList();
		assertThat(client.getAll("/me/{id}", ids, Integer.class)).hasSize(50);
	}

	@ParameterizedTest
	@MethodSource("transports")
	void whenAKeptConnectionBreaksThenSendsNothingTwice(String transport) {
		List<HttpMethod> methods = new ArrayList<>(List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE));
		if (!transport.equals("simple")) {
			methods.add(HttpMethod.PATCH);
		}
		OvhClient client = builder(transport).maxAttempts(3).build();
		for (HttpMethod method : methods) {
			for (Reply fault : List.of(Reply.RESET, Reply.NOTHING)) {
				this.server.answer(new SigningApi());
				client.get("/me").send();
				this.server.answer(new SigningApi((call) -> fault));
				int before = this.server.calls("/1.0/x").size();
				assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(client.method(method, "/x")::send);
				assertThat(this.server.calls("/1.0/x")).as("%s", method).hasSize(before + 1);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void whenUnauthorizedThenSaysSoAsTheOthers(String transport) {
		this.server.answer(Reply.error(401, "{\"message\":\"You must login first\"}"));
		OvhClient client = builder(transport).build();
		// Jetty's own idea of it comes now and then.
		for (int i = 0; i < 50; i++) {
			assertThatExceptionOfType(OvhApiException.Unauthorized.class).isThrownBy(client.get("/me")::send);
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void whenAnAnswerIsCompressedThenItsLengthIsThatOfTheCompressed(String transport) {
		this.server.answer((call) -> {
			boolean zipped = String.valueOf(call.header("Accept-Encoding")).contains("gzip");
			return encoded(zipped ? "gzip" : "identity",
					zipped ? gzip("[1]") : "[1]".getBytes(StandardCharsets.US_ASCII));
		});
		assertThat(builder(transport).build().get("/me").unauthenticated().asList(Integer.class)).containsExactly(1);
	}

	private static Reply encoded(String encoding, byte[] body) {
		ByteArrayOutputStream reply = new ByteArrayOutputStream();
		reply.writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + encoding
				+ "\r\nContent-Length: " + body.length + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		reply.writeBytes(body);
		return new Reply(reply.toByteArray(), false);
	}

	private static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@Test
	void shouldHaveTimeoutsWhereNoneAreSet() {
		List<HttpClientSettings> seen = new ArrayList<>();
		ClientHttpRequestFactoryBuilder<?> recording = (settings) -> {
			seen.add(settings);
			return ClientHttpRequestFactoryBuilder.jdk().build(settings);
		};
		OvhClient.builder().requestFactoryBuilder(recording).build();
		OvhClient.builder()
			.requestFactoryBuilder(recording)
			.httpClientSettings(HttpClientSettings.defaults().withTimeouts(null, null))
			.build();
		assertThat(seen).hasSize(2)
			.allSatisfy((settings) -> assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5)))
			.allSatisfy((settings) -> assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(180)));
	}

	@Test
	void shouldRefuseTimeoutsThatMeanForEver() {
		HttpClientSettings settings = HttpClientSettings.defaults();
		for (HttpClientSettings endless : List.of(settings.withReadTimeout(Duration.ZERO),
				settings.withConnectTimeout(Duration.ZERO))) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> OvhClient.builder().httpClientSettings(endless).build())
				.withMessage("Timeout PT0S must be longer than nothing");
		}
	}

}
