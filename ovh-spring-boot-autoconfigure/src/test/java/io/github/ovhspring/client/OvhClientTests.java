package io.github.ovhspring.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhClient} and {@link OvhRequest}.
 */
class OvhClientTests {

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final OvhClient client = TestClients.client(this.server);

	@AfterEach
	void stop() {
		this.server.close();
	}

	private String target() {
		return this.server.lastCall().target();
	}

	@Test
	void whenTheLengthIsNotThatOfTheBodyByDesignThenTheAnswerIsWhole() {
		this.server.answer(Reply.unfinished(200, "", 100));
		this.client.method(HttpMethod.HEAD, "/me").send();
		this.server.answer(Reply.of(200, "application/json", "1", "Content-Encoding: identity"));
		assertThat(this.client.get("/me").as(Integer.class)).isOne();
	}

	@Test
	void shouldSendEachVerb() {
		this.client.get("/me").send();
		assertThat(this.server.lastCall().method()).isEqualTo("GET");
		this.client.post("/me").send();
		assertThat(this.server.lastCall().method()).isEqualTo("POST");
		this.client.put("/me").send();
		assertThat(this.server.lastCall().method()).isEqualTo("PUT");
		this.client.patch("/me").send();
		assertThat(this.server.lastCall().method()).isEqualTo("PATCH");
		this.client.delete("/me").send();
		assertThat(this.server.lastCall().method()).isEqualTo("DELETE");
		this.client.method(HttpMethod.OPTIONS, "/me").send();
		assertThat(this.server.lastCall().method()).isEqualTo("OPTIONS");
	}

	@Test
	void shouldFillPlaceholdersInOrder() {
		this.client.get("/ip/{ip}/reverse/{address}", "192.0.2.0/24", "2001:db8::1").send();
		assertThat(target()).isEqualTo("/1.0/ip/192.0.2.0%2F24/reverse/2001%3Adb8%3A%3A1");
	}

	@Test
	void shouldAddQueryParameters() {
		this.client.get("/me/bill?category=a b")
			.query("date.from", LocalDate.of(2026, 1, 31))
			.query("none", (Object) null)
			.query("nothing")
			.query("active", true)
			.query("list", List.of("é", "a&b=c"))
			.query("array", new int[] { 1, 2 })
			.query("several", 1, null, "2")
			.query("empty", "")
			.query("tags", "{\"a\":1}")
			.send();
		assertThat(target()).isEqualTo("/1.0/me/bill?category=a%20b&date.from=2026-01-31&active=true&list=%C3%A9"
				+ "&list=a%26b%3Dc&array=1&array=2&several=1&several=2&empty=&tags=%7B%22a%22%3A1%7D");
	}

	@Test
	void shouldWriteTimesInIso8601WithSeconds() {
		OffsetDateTime time = OffsetDateTime.of(2026, 1, 31, 10, 0, 0, 0, ZoneOffset.ofHours(2));
		this.client.get("/x")
			.query("a", time)
			.query("b", time.toLocalDateTime())
			.query("c", ZonedDateTime.of(LocalDateTime.of(2026, 7, 1, 0, 0), ZoneId.of("Europe/Paris")))
			.query("d", Instant.EPOCH)
			.query("e", Duration.ofMinutes(90))
			.send();
		assertThat(target()).isEqualTo("/1.0/x?a=2026-01-31T10%3A00%3A00%2B02%3A00&b=2026-01-31T10%3A00%3A00"
				+ "&c=2026-07-01T00%3A00%3A00%2B02%3A00&d=1970-01-01T00%3A00%3A00Z&e=PT1H30M");
	}

	@ParameterizedTest
	@CsvSource({ "/x, /1.0/x?a=1", "/x?, /1.0/x?a=1", "/x?b=2, /1.0/x?b=2&a=1", "/x?b&, /1.0/x?b&a=1" })
	void whenPathHasAQueryThenAddsToIt(String path, String target) {
		this.client.get(path).query("a", 1).send();
		assertThat(target()).isEqualTo(target);
	}

	@Test
	void whenQueryHasNoNameThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.get("/x").query(" ", 1))
			.withMessage("The name of a query parameter must not be empty");
	}

	@Test
	void shouldSendHeaders() {
		this.client.get("/v2/iam/policy").header("X-Schemas-Version", "1.0").header("X-A", "b", "c").send();
		assertThat(this.server.lastCall().header("x-schemas-version")).isEqualTo("1.0");
		assertThat(this.server.lastCall().header("X-A")).isEqualTo("b,c");
		assertThat(this.server.lastCall().header("Accept")).isEqualTo("application/json");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "X-Ovh-Application", "x-ovh-consumer", "X-OVH-TIMESTAMP", "X-Ovh-Signature", "authorization" })
	void whenHeaderAuthenticatesThenRefusesIt(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.get("/me").header(name, "x"))
			.withMessage("Header '" + name + "' is set by the client itself, from its credentials");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X A", "X:", "X(1)", "Xé", "X\t", "[X]", "X{", "X/Y", "X@" })
	void whenHeaderNameHasForeignCharactersThenRefusesIt(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.get("/me").header(name, "x"))
			.withMessage("Header name '" + name + "' has a character that none may have");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\r\nX-B: y", "\u0000", "x\u001f", "\u007f", "é", "日" })
	void whenHeaderValueHasForeignCharactersThenRefusesIt(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.get("/me").header("X-A", value))
			.withMessage("The value of header 'X-A' has a line break, another control character, "
					+ "or one that is not ASCII");
	}

	@Test
	void shouldSendWhateverHeadersMayHold() {
		this.client.get("/me").header("X-!#$%&'*+.^_`|~09az", "a\tb ~").header("X-B", "").send();
		assertThat(this.server.lastCall().header("x-!#$%&'*+.^_`|~09az")).isEqualTo("a\tb ~");
	}

	@Test
	void shouldSendBodiesAsJson() {
		this.client.post("/x").body(new Redirection("a@example.com", "b@example.net", false)).send();
		assertThat(this.server.lastCall().header("Content-Type")).isEqualTo("application/json");
		assertThat(this.server.lastCall().text())
			.isEqualTo("{\"from\":\"a@example.com\",\"to\":\"b@example.net\",\"localCopy\":false}");
		this.client.post("/x").body("{\"raw\": \"é\"}").send();
		assertThat(this.server.lastCall().text()).isEqualTo("{\"raw\": \"é\"}");
		this.client.delete("/x").body(Map.of()).send();
		assertThat(this.server.lastCall().text()).isEqualTo("{}");
	}

	@Test
	void whenThereIsNoBodyThenThereIsNoContentType() {
		this.client.post("/dedicated/server/{name}/reboot", "ns1.example").send();
		assertThat(this.server.lastCall().headers()).doesNotContainKey("Content-Type");
		assertThat(this.server.lastCall().body()).isEmpty();
	}

	@Test
	@SuppressWarnings("NullAway") // What a caller without nullness checks may do.
	void whenBodyIsNullThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.post("/x").body(null))
			.withMessageContaining("leave body() out");
	}

	@Test
	void shouldReadTheAnswer() {
		this.server.answer(Reply.json("{\"from\":\"é\",\"to\":\"b\",\"localCopy\":true,\"id\":9007199254740993}"));
		assertThat(this.client.get("/x").as(Redirection.class)).isEqualTo(new Redirection("é", "b", true));
		assertThat(this.client.get("/x").as(JsonNode.class).path("id").asLong()).isEqualTo(9007199254740993L);
		assertThat(this.client.get("/x").as(new ParameterizedTypeReference<Map<String, Object>>() {
		})).containsEntry("to", "b");
	}

	@Test
	void whenAnswerHasNoContentTypeThenReadsItAsJson() {
		this.server.answer(Reply.of(200, "", "{\"from\":\"a\",\"to\":\"b\",\"localCopy\":true}"));
		assertThat(this.client.get("/x").as(Redirection.class)).isEqualTo(new Redirection("a", "b", true));
	}

	@Test
	void shouldReadNumbersToTheLastDigit() {
		this.server.answer(Reply.json("12345678901234.123456789"));
		assertThat(this.client.get("/x").as(BigDecimal.class)).isEqualTo(new BigDecimal("12345678901234.123456789"));
	}

	@Test
	void shouldReadAStringAsItsValueAndOtherJsonAsText() {
		this.server.answer(Reply.json("\"caf\\u00e9\""));
		assertThat(this.client.get("/x").as(String.class)).isEqualTo("café");
		this.server.answer(Reply.json("{\"a\": [1]}"));
		assertThat(this.client.get("/x").as(String.class)).isEqualTo("{\"a\": [1]}");
	}

	@Test
	void shouldReadLists() {
		this.server.answer(Reply.json("[\"FR1\",\"FR2\"]"));
		assertThat(this.client.get("/me/bill").asList(String.class)).containsExactly("FR1", "FR2");
		this.server.answer(Reply.json("[{\"from\":\"a\",\"to\":\"b\",\"localCopy\":true},null]"));
		assertThat(this.client.get("/x").asList(Redirection.class))
			.isEqualTo(Arrays.asList(new Redirection("a", "b", true), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", " null\n" })
	void whenThereIsNoAnswerThenEachFormSaysSoInItsWay(String body) {
		this.server.answer(Reply.json(body));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/x").as(JsonNode.class))
			.withMessageStartingWith("GET /x: 200 OK, but the answer is empty: use asOptional where that may be");
		assertThat(this.client.get("/x").asList(String.class)).isEmpty();
		assertThat(this.client.get("/x").asOptional(String.class)).isEmpty();
		assertThat(this.client.get("/x").asEntity(String.class).getBody()).isNull();
		this.client.get("/x").send();
	}

	@Test
	void whenStatusIs204ThenThereIsNoAnswer() {
		this.server.answer(Reply.empty(204));
		assertThat(this.client.get("/x").asOptional(Redirection.class)).isEmpty();
		assertThat(this.client.get("/x").asList(Redirection.class)).isEmpty();
		assertThat(this.client.delete("/x").asEntity(Void.class).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
		this.client.delete("/x").send();
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 460 })
	void whenThereIsNoSuchObjectThenOptionalIsEmpty(int status) {
		this.server.answer(Reply.error(status, "{\"message\":\"gone\"}"));
		assertThat(this.client.get("/x").asOptional(Redirection.class)).isEmpty();
	}

	@Test
	void whenCallFailsOtherwiseThenOptionalThrows() {
		this.server.answer(Reply.error(403, "{}"));
		assertThatExceptionOfType(OvhApiException.Forbidden.class)
			.isThrownBy(() -> this.client.get("/x").asOptional(Redirection.class));
		this.server.answer(Reply.json("[]"));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/x").asOptional(Redirection.class));
	}

	@Test
	void shouldGiveStatusAndHeaders() {
		this.server.answer(Reply.of(201, "application/json", "[1]", "X-Pagination-Cursor-Next: abc"));
		ResponseEntity<String> entity = this.client.post("/x").asEntity(String.class);
		assertThat(entity.getStatusCode()).isEqualTo(HttpStatus.CREATED);
		assertThat(entity.getHeaders().getFirst("X-Pagination-Cursor-Next")).isEqualTo("abc");
		assertThat(entity.getBody()).isEqualTo("[1]");
	}

	@Test
	void shouldTellServerTimeAndEndpoint() {
		assertThat(this.client.serverTime()).isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
		assertThat(this.client.endpoint().uri()).hasToString(this.server.url());
		assertThat(this.client)
			.hasToString("OvhClient for " + this.server.url() + " with application keys 7kbG… with consumer key");
	}

	@Test
	void whenRestClientIsUsedThenObeysTheSameRules() {
		this.client.restClient().get().uri("/ip/{ip}", "192.0.2.0/24").retrieve().toBodilessEntity();
		assertThat(target()).isEqualTo("/1.0/ip/192.0.2.0%2F24");
		this.client.restClient().get().uri("/v2/x?a={a}", Map.of("a", "b c")).retrieve().toBodilessEntity();
		assertThat(target()).isEqualTo("/v2/x?a=b%20c");
		this.client.restClient().get().retrieve().toBodilessEntity();
		assertThat(target()).isEqualTo("/1.0");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.restClient().get().uri("//example.com/x"));
	}

	@Test
	void whenServerIsSilentThenReadTimeoutCounts() throws Exception {
		CountDownLatch end = new CountDownLatch(1);
		this.server.answer((call) -> {
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Reply.NOTHING;
		});
		OvhClient client = this.client.mutate()
			.connectTimeout(Duration.ofSeconds(2))
			.readTimeout(Duration.ofMillis(100))
			.build();
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(client::serverTime);
		end.countDown();
	}

	@Test
	void whenSettingsFollowRedirectsThenDoesNotAllTheSame() {
		OvhClient client = this.client.mutate()
			.httpClientSettings(HttpClientSettings.defaults().withRedirects(HttpRedirects.FOLLOW))
			.requestFactoryBuilder(ClientHttpRequestFactoryBuilder.simple())
			.build();
		this.server.answer(Reply.of(302, "", "", "Location: " + this.server.url() + "/elsewhere"));
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(() -> client.get("/me").send());
		assertThat(this.server.calls("/1.0/elsewhere")).isEmpty();
	}

	@Test
	void whenHttpComponentsSendTheCallsThenSendThemOnce() {
		OvhClient client = this.client.mutate()
			.requestFactoryBuilder(ClientHttpRequestFactoryBuilder.httpComponents())
			.build();
		this.server.answer(Reply.NOTHING);
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> client.delete("/me/x").send());
		assertThat(this.server.calls("/1.0/me/x")).hasSize(1);
	}

	@Test
	void whenLimitsAreNothingThenRefusesThem() {
		OvhClient.Builder builder = OvhClient.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.readTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxResponseSize(DataSize.ofBytes(0)));
	}

	record Redirection(String from, String to, boolean localCopy) {
	}

}
