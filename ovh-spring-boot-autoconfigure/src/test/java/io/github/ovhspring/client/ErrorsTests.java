package io.github.ovhspring.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Tests for {@link OvhApiException} and the kinds of it that answers lead to.
 */
class ErrorsTests {

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final OvhClient client = TestClients.client(this.server);

	@AfterEach
	void stop() {
		this.server.close();
	}

	private OvhApiException fail(Reply reply) {
		this.server.answer(reply);
		return catchThrowableOfType(OvhApiException.class, () -> this.client.get("/me/bill/{id}", "FR1").as(Map.class));
	}

	private static String old(String code, String message) {
		return "{\"message\":\"" + message + "\",\"httpCode\":\"403 Forbidden\",\"errorCode\":\"" + code + "\"}";
	}

	private static String recent(String errorClass, String message) {
		return "{\"class\":\"" + errorClass + "\",\"message\":\"" + message + "\",\"details\":{}}";
	}

	static Stream<Arguments> answers() {
		return Stream.of(
				Arguments.of(400, old("INVALID_SIGNATURE", "Invalid signature"),
						OvhApiException.InvalidSignature.class),
				Arguments.of(400, "{\"message\":\"Invalid signature\"}", OvhApiException.InvalidSignature.class),
				Arguments.of(400, old("QUERY_TIME_OUT", "Query out of time"), OvhApiException.ClockSkew.class),
				Arguments.of(400, recent("Client::BadRequest", "Query out of time"), OvhApiException.ClockSkew.class),
				Arguments.of(400, "{\"message\":\"You provided an input body while none was expected\"}",
						OvhApiException.BadRequest.class),
				Arguments.of(400, recent("Client::BadRequest::InvalidCursor", "invalid cursor"),
						OvhApiException.BadRequest.class),
				Arguments.of(400, recent("Client::BadRequest::VrackServicesNotFound", "none"),
						OvhApiException.BadRequest.class),
				Arguments.of(401, recent("Client::Unauthorized", "You must login first"),
						OvhApiException.Unauthorized.class),
				Arguments.of(401, "{\"message\":\"You must send your application key to request new credentials\"}",
						OvhApiException.Unauthorized.class),
				Arguments.of(403, old("INVALID_CREDENTIAL", "This credential is not valid"),
						OvhApiException.InvalidCredential.class),
				Arguments.of(403, old("NOT_CREDENTIAL", "This credential does not exist"),
						OvhApiException.NotCredential.class),
				Arguments.of(403, old("NOT_GRANTED_CALL", "This call has not been granted"),
						OvhApiException.NotGrantedCall.class),
				Arguments.of(403, recent("Client::Forbidden", "This call has not been granted"),
						OvhApiException.NotGrantedCall.class),
				Arguments.of(403, old("INVALID_KEY", "This application key is invalid"),
						OvhApiException.InvalidKey.class),
				Arguments.of(403, recent("Client::Forbidden", "This application key is invalid"),
						OvhApiException.InvalidKey.class),
				Arguments.of(403, recent("Client::Forbidden", "User not granted for this request"),
						OvhApiException.Forbidden.class),
				Arguments.of(403, recent("Client::Forbidden::Busy", "A reboot has already been requested"),
						OvhApiException.Forbidden.class),
				Arguments.of(403, old("FORBIDDEN", "Invalid token"), OvhApiException.Forbidden.class),
				Arguments.of(404, recent("Client::NotFound", "Got an invalid (or empty) URL"),
						OvhApiException.NotFound.class),
				Arguments.of(404, "{\"message\":\"This service does not exist\"}", OvhApiException.NotFound.class),
				Arguments.of(409, recent("Client::Conflict::ServiceNotReady", "not ready"),
						OvhApiException.Conflict.class),
				Arguments.of(412, recent("Client::PreconditionFailed::ChecksumMismatch", "stale"),
						OvhApiException.PreconditionFailed.class),
				Arguments.of(412, "{}", OvhApiException.PreconditionFailed.class),
				Arguments.of(400, recent("Client::PreconditionFailed::ChecksumMismatch", "stale"),
						OvhApiException.PreconditionFailed.class),
				Arguments.of(423, "{}", OvhApiException.Locked.class),
				Arguments.of(409, recent("Client::Locked", "busy"), OvhApiException.Locked.class),
				Arguments.of(429, "{}", OvhApiException.TooManyRequests.class),
				Arguments.of(460, "{\"message\":\"This Service is expired\"}", OvhApiException.ServiceExpired.class),
				Arguments.of(500, recent("Server::InternalServerError::Maintenance", "Internal server error"),
						OvhApiException.ServerError.class),
				Arguments.of(501, recent("Server::NotImplemented", "no"), OvhApiException.ServerError.class),
				Arguments.of(502, "<html><body>Bad Gateway</body></html>", OvhApiException.ServerError.class),
				Arguments.of(408, "<html><body>Request Time-out</body></html>", OvhApiException.class),
				Arguments.of(418, old("MISSING_CREDENTIAL", "none"), OvhApiException.class),
				Arguments.of(302, "", OvhApiException.class));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void shouldTellTheKind(int status, String body, Class<?> type) {
		OvhApiException ex = fail(Reply.error(status, body));
		assertThat(ex).isExactlyInstanceOf(type);
		assertThat(ex.getStatusCode().value()).isEqualTo(status);
		assertThat(ex.getResponseBodyAsString()).isEqualTo(body);
		assertThat(ex.queryId()).isEqualTo("EU.ext-3.1234");
		assertThat(ex).hasMessageStartingWith("GET /me/bill/{id}: " + status)
			.hasMessageContaining("(X-Ovh-QueryID: EU.ext-3.1234)");
		assertThat(ex.method()).isEqualTo(HttpMethod.GET);
		assertThat(ex.path()).isEqualTo("/me/bill/{id}");
	}

	@Test
	void whenErrorIsOfTheOlderShapeThenHasItsParts() {
		OvhApiException ex = fail(Reply.error(403, old("NOT_GRANTED_CALL", "This call has not been granted")));
		assertThat(ex).hasMessage("GET /me/bill/{id}: 403 NOT_GRANTED_CALL \"This call has not been granted\" "
				+ "(X-Ovh-QueryID: EU.ext-3.1234). The access rules of the consumer key do not allow this call: "
				+ "rules cannot be changed, request a new key with a rule for it");
		assertThat(ex.errorCode()).isEqualTo("NOT_GRANTED_CALL");
		assertThat(ex.errorClass()).isNull();
		assertThat(ex.apiMessage()).isEqualTo("This call has not been granted");
		assertThat(ex.details()).isEmpty();
		assertThat(ex.missingIamActions()).isEmpty();
	}

	@Test
	void whenErrorIsOfTheNewerShapeThenHasItsParts() {
		OvhApiException ex = fail(Reply.error(403,
				"""
						{"class":"Client::Forbidden","message":"User not granted for this request","details":{"number":42,
						"nothing":null,"unauthorizedActionsByAuthentication":"a:get,b:get","unauthorizedActionsByIAM":["b:get","c:put"]}}
						"""));
		assertThat(ex).hasMessage("GET /me/bill/{id}: 403 Client::Forbidden \"User not granted for this request\" "
				+ "(missing IAM actions: a:get, b:get, c:put) (X-Ovh-QueryID: EU.ext-3.1234)");
		assertThat(ex.errorCode()).isNull();
		assertThat(ex.errorClass()).isEqualTo("Client::Forbidden");
		assertThat(ex.details()).containsEntry("number", "42").containsEntry("nothing", "null");
		assertThat(ex.missingIamActions()).containsExactly("a:get", "b:get", "c:put");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[{\"message\":\"x\"}]", "42", "\"text\"", "null", "true", "{", "{\"message\":",
			"{\"message\":null,\"errorCode\":null}", "{\"details\":[]}",
			"{\"details\":{\"unauthorizedActionsByIAM\":{}}}" })
	void whenErrorIsOtherJsonThenKeepsStatusAndBody(String body) {
		OvhApiException ex = fail(Reply.error(500, body));
		assertThat(ex).isExactlyInstanceOf(OvhApiException.ServerError.class)
			.hasMessageContaining("500 Internal Server Error \"" + body);
		assertThat(ex.apiMessage()).isNull();
		assertThat(ex.missingIamActions()).isEmpty();
	}

	@Test
	void whenMessageIsNoTextThenKeepsItAsJson() {
		assertThat(fail(Reply.error(400, "{\"message\":{\"a\":1}}")).apiMessage()).isEqualTo("{\"a\":1}");
	}

	@Test
	void whenErrorIsEmptyThenKeepsTheStatus() {
		OvhApiException ex = fail(Reply.empty(503));
		assertThat(ex).hasMessage("GET /me/bill/{id}: 503 Service Unavailable after 3 attempts");
		assertThat(ex.queryId()).isNull();
	}

	@Test
	void whenStatusIsUnknownThenHasNoReason() {
		assertThat(fail(Reply.empty(499))).hasMessage("GET /me/bill/{id}: 499");
	}

	@Test
	void whenErrorIsCutShortThenKeepsWhatCame() {
		OvhApiException ex = fail(Reply.truncated(502, "<html>half", 4000));
		assertThat(ex).isExactlyInstanceOf(OvhApiException.ServerError.class).hasMessageContaining("<html>half");
		assertThat(ex.queryId()).isEqualTo("EU.ext-3.1234");
	}

	@Test
	void whenBodyIsLongThenQuotesItsStartOnOneLine() {
		OvhApiException ex = fail(Reply.of(502, "text/html", "<html>\r\n\t<body>\u0000" + "x".repeat(1000)));
		assertThat(ex).hasMessageContaining("\"<html> <body> xxx").hasMessageContaining("x…\" (X-Ovh");
		assertThat(ex.getMessage()).hasSizeLessThan(400);
		assertThat(ex.getResponseBodyAsByteArray()).hasSize(1000 + 16);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void whenRedirectedThenDoesNotFollow(int status) {
		try (LoopbackServer other = LoopbackServer.start(new SigningApi())) {
			OvhApiException ex = fail(Reply.of(status, "", "", "Location: " + other.url() + "/me"));
			assertThat(ex).isExactlyInstanceOf(OvhApiException.class)
				.hasMessageContaining("Redirects are not followed");
			assertThat(other.accepted()).isZero();
			assertThat(ex.getResponseHeaders()).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<html>Welcome to the hotel</html>", "{\"billId\":", "[]", "42", "{\"date\":\"yesterday\"}" })
	void whenSuccessCannotBeReadThenSaysSo(String body) {
		this.server.answer(Reply.json(body));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/me/bill/{id}", 1).as(Dated.class))
			.withMessageStartingWith("GET /me/bill/{id}: 200 OK, but the answer cannot be read as ")
			.withMessageContaining(body)
			.withMessageEndingWith("(X-Ovh-QueryID: EU.ext-3.1234)")
			.satisfies((ex) -> assertThat(ex.getResponseBodyAsString()).isEqualTo(body))
			.satisfies((ex) -> assertThat(ex.getCause()).isNotNull());
	}

	@Test
	void whenSuccessIsNotJsonThenSaysSo() {
		this.server.answer(Reply.of(200, "text/html", "<html>"));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/me").as(Map.class))
			.withMessageContaining("<html>");
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/me").as(String.class))
			.withMessageContaining("<html>");
	}

	@ParameterizedTest
	@ValueSource(longs = { 4000, Long.MAX_VALUE })
	void whenSuccessIsCutShortThenKeepsWhatCame(long promised) {
		this.server.answer(Reply.truncated(200, "{\"billId\":\"FR", promised));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/me/bill/{id}", 1).as(Map.class))
			.withMessageContaining("the answer is not whole: ")
			.withMessageContaining("{\"billId\":\"FR")
			.withMessageContaining("EU.ext-3.1234");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'message':'%s%s'}, 990", "{'errorCode':'%s%s'}, 190", "%s%s, 190", "%s    %s, 780" })
	void whenAMessageIsCutInASecretThenShowsNoPartOfIt(String parameters) {
		String[] template = parameters.replace('\'', '"').split(", ");
		String filling = (template[0].contains(" ") ? " " : "x").repeat(Integer.parseInt(template[1]));
		this.server.answer(Reply.error(404, template[0].formatted(filling, SigningApi.CONSUMER_KEY)));
		assertThatExceptionOfType(OvhApiException.NotFound.class).isThrownBy(this.client.get("/me")::send)
			.withMessageNotContaining(SigningApi.CONSUMER_KEY.substring(0, 5));
	}

	@Test
	void whenUnreadableAnswerHasSecretsThenDoesNotQuoteThem() {
		this.server.answer(Reply.truncated(200, "{\"consumerKey\": \"5mBuy6SUQcRw2ZUx\",\"x\":", 4000));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.post("/auth/credential").unauthenticated().as(Map.class))
			.withMessageContaining("\"consumerKey\": \"***\"")
			.withMessageNotContaining("5mBuy6");
	}

	@ParameterizedTest
	@MethodSource("io.github.ovhspring.client.ErrorsTests#transports")
	void whenSuccessIsTooLargeThenStopsReading(String transport) {
		this.server.answer(Reply.json("[" + "1,".repeat(100_000) + "1]"));
		OvhClient small = this.client.mutate()
			.requestFactoryBuilder(TestClients.transport(transport))
			.maxResponseSize(DataSize.ofKilobytes(8))
			.build();
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> small.get("/me/bill").asList(Integer.class))
			.withMessageContaining("the answer is not whole: the body is larger than 8192 bytes")
			.satisfies((ex) -> assertThat(ex.getResponseBodyAsByteArray()).hasSize(8192));
	}

	@Test
	void whenTheRestOfTooLargeASuccessDoesNotComeThenDoesNotWaitForIt() {
		this.server.answer(Reply.unfinished(200, "[" + "1,".repeat(100_000), 1_000_000_000));
		OvhClient small = this.client.mutate().maxResponseSize(DataSize.ofKilobytes(8)).build();
		assertTimeoutPreemptively(Duration.ofSeconds(30),
				() -> assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
					.isThrownBy(() -> small.get("/me/bill").asList(Integer.class))
					.withMessageContaining("larger than 8192 bytes"));
	}

	static Stream<String> transports() {
		return TestClients.TRANSPORTS.keySet().stream().sorted();
	}

	@Test
	void whenSuccessIsAsLargeAsMayBeThenReadsIt() {
		this.server.answer(Reply.json("[" + " ".repeat(8190) + "]"));
		OvhClient small = this.client.mutate().maxResponseSize(DataSize.ofKilobytes(8)).build();
		assertThat(small.get("/me/bill").asList(String.class)).isEmpty();
	}

	@Test
	void whenRestClientIsUsedThenThrowsTheSame() {
		this.server.answer(Reply.error(404, "{\"message\":\"This service does not exist\"}"));
		assertThatExceptionOfType(OvhApiException.NotFound.class)
			.isThrownBy(() -> this.client.restClient().get().uri("/vps/{name}", "x").retrieve().body(Map.class))
			.withMessageStartingWith("GET /vps/{name}: 404 ");
		assertThatExceptionOfType(OvhApiException.NotFound.class)
			.isThrownBy(() -> this.client.restClient()
				.get()
				.uri((uri) -> uri.path("/vps").queryParam("x", 1).build())
				.retrieve()
				.body(Map.class))
			.withMessageStartingWith("GET /1.0/vps: 404 ");
	}

	record Dated(LocalDate date) {
	}

}
