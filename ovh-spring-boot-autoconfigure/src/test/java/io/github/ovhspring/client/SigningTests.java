package io.github.ovhspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what the client signs, for whom, and by which clock.
 */
class SigningTests {

	private final SigningApi api = new SigningApi();

	private final LoopbackServer server = LoopbackServer.start(this.api);

	private final OvhClient client = TestClients.client(this.server);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void shouldAskForTheTimeOnceAndSign() {
		this.client.get("/me").send();
		this.client.post("/me/x").body(Map.of("subject", "Été 日本 😀")).send();
		assertThat(this.server.calls()).extracting(Call::target)
			.containsExactly("/1.0/auth/time", "/1.0/me", "/1.0/me/x");
		Call time = this.server.calls().get(0);
		assertThat(time.header("X-Ovh-Application")).isEqualTo(SigningApi.APPLICATION_KEY);
		assertThat(time.header("X-Ovh-Signature")).isNull();
		assertThat(this.server.lastCall().header("X-Ovh-Consumer")).isEqualTo(SigningApi.CONSUMER_KEY);
	}

	@Test
	void whenUnauthenticatedThenNamesTheApplicationAndNothingElse() {
		this.client.get("/order/catalog/public/vps").unauthenticated().send();
		Call call = this.server.lastCall();
		assertThat(call.header("X-Ovh-Application")).isEqualTo(SigningApi.APPLICATION_KEY);
		assertThat(call.headers()).doesNotContainKeys("X-Ovh-Consumer", "X-Ovh-Timestamp", "X-Ovh-Signature",
				"Authorization");
		assertThat(this.server.calls()).hasSize(1);
	}

	@Test
	void whenThereIsNoConsumerKeyThenOnlyUnsignedCallsWork() {
		OvhClient client = this.client.mutate()
			.credentials(OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY, SigningApi.APPLICATION_SECRET))
			.build();
		client.get("/me").unauthenticated().send();
		int before = this.server.calls().size();
		assertThatExceptionOfType(MissingConsumerKeyException.class).isThrownBy(() -> client.get("/me").send())
			.isInstanceOf(IllegalStateException.class)
			.withMessage("GET /1.0/me has to be signed, and this client has no consumer key. Set ovh.consumer-key "
					+ "(a key for yourself comes from http://" + this.server.authority()
					+ "/createToken/), or send the call with unauthenticated()");
		assertThat(this.server.calls()).hasSize(before);
	}

	@Test
	void whenThereAreNoCredentialsThenOnlyUnsignedCallsWork() {
		this.server.answer(Reply.json("1"));
		OvhClient client = OvhClient.builder().endpoint(this.server.url()).build();
		assertThat(client.get("/x").unauthenticated().as(int.class)).isEqualTo(1);
		assertThat(this.server.lastCall().headers()).doesNotContainKey("X-Ovh-Application");
		assertThatIllegalStateException().isThrownBy(() -> client.get("/me").send())
			.isNotInstanceOf(MissingConsumerKeyException.class)
			.withMessageContaining("this client has no credentials")
			.withMessageContaining("ovh.application-key");
	}

	@Test
	void whenAnInterceptorChangesTheUriThenSignsWhatIsSent() {
		OvhClient client = this.client.mutate()
			.configureRestClient((builder) -> builder
				.requestInterceptor((request, body, execution) -> request.getMethod() == HttpMethod.POST
						? execution.execute(withQuery(request, "dryRun=true&x=%2F%c3%a9"), "{\"b\":2}".getBytes())
						: execution.execute(request, body)))
			.build();
		client.post("/me/x").body(Map.of("a", 1)).send();
		assertThat(this.server.lastCall().target()).isEqualTo("/1.0/me/x?dryRun=true&x=%2F%c3%a9");
		assertThat(this.server.lastCall().text()).isEqualTo("{\"b\":2}");
	}

	private static HttpRequest withQuery(HttpRequest request, String query) {
		return new HttpRequestWrapper(request) {

			@Override
			public URI getURI() {
				return URI.create(request.getURI() + "?" + query);
			}

		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:9/1.0/me", "https://127.0.0.1/1.0/me", "http://localhost/me",
			"ftp://127.0.0.1/", "mailto:x@example.com" })
	void whenUriIsOfAnotherOriginThenRefusesIt(String uri) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.restClient().get().uri(URI.create(uri)).retrieve().toBodilessEntity())
			.withMessageStartingWith("A call to ")
			.withMessageEndingWith("Use a client of its own for another server");
		assertThat(this.server.accepted()).isZero();
	}

	@Test
	void whenUriHasUserInfoThenRefusesIt() {
		URI uri = URI.create("http://user:pw@" + this.server.authority() + "/1.0/me");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.restClient().get().uri(uri).retrieve().toBodilessEntity())
			.withMessageNotContaining("pw");
		assertThat(this.server.accepted()).isZero();
	}

	@Test
	void whenUriIsOfTheSameOriginThenSignsIt() {
		URI uri = URI.create("http://" + this.server.authority() + "/v2/iam/policy?x=a%20b");
		assertThat(this.client.restClient().get().uri(uri).retrieve().body(String.class)).isEqualTo("{\"ok\":true}");
	}

	@Test
	void whenTheServersClockIsAheadThenSignsByIt() {
		this.api.setOffset(Duration.ofMinutes(10));
		this.client.get("/me").send();
		assertThat(this.server.calls()).hasSize(2);
	}

	@Test
	void whenTheServersClockStepsThenMeasuresAgainAndSendsOnceMore() {
		this.client.get("/me").send();
		this.api.setOffset(Duration.ofMinutes(-10));
		this.client.post("/me/x").body(Map.of("a", 1)).send();
		assertThat(this.server.calls()).extracting(Call::target)
			.containsExactly("/1.0/auth/time", "/1.0/me", "/1.0/me/x", "/1.0/auth/time", "/1.0/me/x");
		assertThat(this.server.lastCall().text()).isEqualTo("{\"a\":1}");
	}

	@Test
	void whenTheFirstMeasurementIsWrongThenMeasuresAgain() {
		AtomicInteger times = new AtomicInteger();
		SigningApi api = new SigningApi();
		this.server.answer((call) -> (call.target().endsWith("/auth/time") && times.getAndIncrement() == 0)
				? Reply.json("1000000000") : api.apply(call));
		this.client.get("/me").send();
		assertThat(times).hasValue(2);
	}

	@Test
	void whenTheTimeIsRefusedTwiceThenGivesUp() {
		this.server.answer(Reply.error(400, "{\"errorCode\":\"QUERY_TIME_OUT\",\"message\":\"Query out of time\"}"));
		assertThatExceptionOfType(OvhApiException.ClockSkew.class).isThrownBy(() -> this.client.post("/me/x").send());
		assertThat(this.server.calls("/1.0/me/x")).hasSize(2);
	}

	@Test
	void whenABadRequestOnlySpeaksOfTheTimeThenSendsItOnce() {
		this.server
			.answer(Reply.error(400, "{\"class\":\"Client::BadRequest\",\"message\":\"field a: QUERY_TIME_OUT\"}"));
		assertThatExceptionOfType(OvhApiException.BadRequest.class).isThrownBy(() -> this.client.post("/me/x").send());
		assertThat(this.server.calls("/1.0/me/x")).hasSize(1);
	}

	@Test
	void whenTheTimeCannotBeHadThenSaysSoAndTriesAgainNextTime() {
		this.server.answer((call) -> Reply.of(502, "text/html", "<h1>Bad Gateway</h1>"));
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(() -> this.client.get("/me").send())
			.withMessage("GET /auth/time: 502 Bad Gateway after 3 attempts \"<h1>Bad Gateway</h1>\" "
					+ "(X-Ovh-QueryID: EU.ext-3.1234). Calls are signed with the API's time, so none can be signed before it answers");
		this.server.answer(this.api);
		this.client.get("/me").send();
		assertThat(this.server.calls("/1.0/auth/time")).hasSize(3 + 1);
	}

	@Test
	void whenThereIsNoAnswerToTheTimeThenSaysWhichCallFailed() {
		this.server.close();
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> this.client.get("/me").send())
			.withMessageContaining("/auth/time");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"soon\"", "{}", "1e99", "99999999999999999", "[]", "" })
	void whenTheTimeIsNoneThenSaysSo(String body) {
		this.server.answer((call) -> Reply.json(body));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class).isThrownBy(this.client::serverTime)
			.withMessageStartingWith("GET /auth/time: 200 OK, but the answer ");
	}

}
