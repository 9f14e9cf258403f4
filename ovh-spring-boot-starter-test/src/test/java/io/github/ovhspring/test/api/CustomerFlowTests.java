package io.github.ovhspring.test.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.AccessRights;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.consumerkey.ApiCredential;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the life of a consumer key: asked for, validated on a page or by a method,
 * used, ended.
 */
class CustomerFlowTests {

	private static final String REDIRECTION = "https://app.example.com/ovh/callback?state=1";

	private final OvhSimulator ovh = OvhSimulator.start();

	private final HttpClient browser = HttpClient.newHttpClient();

	private final OvhClient client = OvhClient.builder()
		.endpoint(this.ovh.endpoint())
		.credentials(OvhCredentials.applicationKeys(this.ovh.applicationKey(), this.ovh.applicationSecret()))
		.build();

	@AfterEach
	void close() {
		this.ovh.close();
	}

	@Test
	void whenCustomerAuthorisesOnThePageThenKeyMayBeUsed() throws Exception {
		stubAll();
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		assertThat(pending.state()).isEqualTo("pendingValidation");
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(() -> customer.get("/me").send());

		HttpResponse<String> page = show(pending.validationUrl());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
		assertThat(page.body()).contains("<html lang=\"en\">", "<form method=\"post\">", "Tested application")
			.contains("<tr><td>GET</td><td><code>/me</code></td></tr>")
			.contains("<tr><td>DELETE</td><td><code>/domain/*</code></td></tr>")
			.contains("name=\"decision\" value=\"authorise\"", "name=\"decision\" value=\"refuse\"")
			.doesNotContain(", from ");

		HttpResponse<String> decided = decide(pending.validationUrl(), "authorise");
		assertThat(decided.statusCode()).isEqualTo(303);
		assertThat(decided.headers().firstValue("Location")).contains(REDIRECTION);
		customer.get("/me").send();
		ApiCredential credential = customer.currentCredential();
		assertThat(credential.status()).isEqualTo("validated");
		assertThat(credential.lastUse()).isNotNull();
	}

	@Test
	void whenCustomerRefusesOnThePageThenKeyMayNotBeUsed() throws Exception {
		PendingConsumerKey pending = this.client
			.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/me").build());
		HttpResponse<String> decided = decide(pending.validationUrl(), "refuse");
		assertThat(decided.statusCode()).isEqualTo(200);
		assertThat(decided.body()).contains("This request is refused");
		assertThat(this.ovh.keys().consumerKey(pending.consumerKey()).state()).isEqualTo(ConsumerKeyState.REFUSED);
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class)
			.isThrownBy(() -> this.client.withConsumerKey(pending.consumerKey()).get("/me").send());
	}

	@Test
	void whenDecisionWasMadeThenItStays() throws Exception {
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		decide(pending.validationUrl(), "refuse");
		assertThat(show(pending.validationUrl()).body()).contains("This request is refused").doesNotContain("<form");
		assertThat(decide(pending.validationUrl(), "authorise").statusCode()).isEqualTo(409);
		assertThat(this.ovh.keys().consumerKey(pending.consumerKey()).state()).isEqualTo(ConsumerKeyState.REFUSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "maybe", "" })
	void whenDecisionIsNoneThenAsksAgain(String decision) throws Exception {
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		HttpResponse<String> page = decide(pending.validationUrl(), decision);
		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains("<form");
	}

	@Test
	void whenFormIsGarbledThenAsksAgain() throws Exception {
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		assertThat(
				post(pending.validationUrl(), "decision%=%zz&decision&decision=authorise", "text/plain").statusCode())
			.isEqualTo(400);
	}

	@Test
	void whenPageIsOfNoRequestThenSaysSo() throws Exception {
		String page = URI.create(this.ovh.endpoint()).resolve("/auth/").toString();
		assertThat(show(page).statusCode()).isEqualTo(404);
		assertThat(decide(page + "?credentialToken=none", "authorise").statusCode()).isEqualTo(404);
	}

	@Test
	void shouldEscapeOnThePageWhatTheApplicationSays() throws Exception {
		SimulatedConsumerKey key = this.ovh.keys()
			.addConsumerKey(this.ovh.keys().addApplication("<b>é & \"you\"</b>"),
					new AccessRule(HttpMethod.GET, "/<script>"));
		String page = URI.create(this.ovh.endpoint())
			.resolve("/auth/?credentialToken=" + key.credentialToken())
			.toString();
		assertThat(show(page).body()).contains("&lt;b&gt;é &amp; &quot;you&quot;&lt;/b&gt;", "/&lt;script&gt;")
			.doesNotContain("<b>", "<script>");
	}

	@Test
	void whenTestDecidesThenKeyIsWhatItSays() {
		stubAll();
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		SimulatedConsumerKey key = this.ovh.keys().consumerKey(pending.consumerKey());
		key.validate();
		customer.get("/me").send();
		key.expire();
		assertThat(key.expiration()).isNotNull();
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(() -> customer.get("/me").send())
			.withMessageContaining("This credential is not valid");
		key.validate();
		customer.get("/me").send();
		key.refuse();
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(() -> customer.get("/me").send());
	}

	@Test
	void whenValidityIsOverThenKeyExpires() {
		stubAll();
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		SimulatedConsumerKey key = this.ovh.keys().consumerKey(pending.consumerKey());
		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		key.validate(Duration.ofHours(1));
		assertThat(customer.currentCredential().expiration()).isNotNull();
		this.ovh.advanceClock(Duration.ofHours(2));
		assertThat(key.state()).isEqualTo(ConsumerKeyState.EXPIRED);
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(() -> customer.get("/me").send());
		key.refuse();
		assertThat(key.state()).isEqualTo(ConsumerKeyState.REFUSED);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /me, true", "GET, /me/bill, false", "POST, /me, false", "GET, /v1/me, true",
			"GET, /domain, true", "PUT, /domain/zone/example.com, true", "PATCH, /domain, false",
			"GET, /v2/domain, false", "GET, /domains, false" })
	void shouldEnforceRulesByMethodAndPath(String method, String path, boolean granted) {
		stubAll();
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		this.ovh.keys().consumerKey(pending.consumerKey()).validate();
		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		if (granted) {
			customer.method(HttpMethod.valueOf(method), path).send();
		}
		else {
			assertThatExceptionOfType(OvhApiException.NotGrantedCall.class)
				.isThrownBy(() -> customer.method(HttpMethod.valueOf(method), path).send())
				.withMessageContaining("This call has not been granted");
		}
	}

	@Test
	void shouldGrantVersion2ByRulesThatNameIt() {
		stubAll();
		PendingConsumerKey pending = this.client
			.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/v2/iam/*").build());
		this.ovh.keys().consumerKey(pending.consumerKey()).validate();
		this.client.withConsumerKey(pending.consumerKey()).get("/v2/iam/policy").send();
	}

	@Test
	void whenAddressIsNotAllowedThenCallIsNotGranted() throws Exception {
		stubAll();
		PendingConsumerKey pending = this.client
			.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/me").allowedIps("192.0.2.0/24").build());
		assertThat(show(pending.validationUrl()).body()).contains(", from 192.0.2.0/24");
		this.ovh.keys().consumerKey(pending.consumerKey()).validate();
		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		assertThatExceptionOfType(OvhApiException.NotGrantedCall.class).isThrownBy(() -> customer.get("/me").send());
		customer.get("/me").header("X-Forwarded-For", "192.0.2.7").send();
		assertThat(customer.get("/auth/currentCredential").header("X-Forwarded-For", "192.0.2.7").as(String.class))
			.contains("\"allowedIPs\":[\"192.0.2.0/24\"]");
	}

	@Test
	void whenCustomerLogsOutThenKeyExpires() {
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		this.ovh.keys().consumerKey(pending.consumerKey()).validate();
		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		customer.post("/auth/logout").send();
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(customer::currentCredential);
	}

	@Test
	void whenResetThenKeysThatWereAskedForAreForgotten() {
		PendingConsumerKey pending = this.client.requestConsumerKey(request());
		this.ovh.client().consumerKey().refuse();
		this.ovh.reset();
		assertThatIllegalArgumentException().isThrownBy(() -> this.ovh.keys().consumerKey(pending.consumerKey()))
			.withMessage("The simulated API has issued no such consumer key");
		assertThat(this.ovh.client().consumerKey().state()).isEqualTo(ConsumerKeyState.VALIDATED);
		assertThatExceptionOfType(OvhApiException.NotCredential.class)
			.isThrownBy(() -> this.client.withConsumerKey(pending.consumerKey()).get("/me").send());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{ | Body isn't formated correctly",
			"{} | accessRules must be a list of rules, each with method and path",
			"{\"accessRules\":[]} | accessRules must be a list of rules, each with method and path",
			"{\"accessRules\":[{\"method\":\"LOOK\",\"path\":\"/me\"}]} | accessRules: method must be one of [DELETE, GET, PATCH, POST, PUT], and path begin with /",
			"{\"accessRules\":[{\"method\":\"GET\",\"path\":\"me\"}]} | accessRules: method must be one of [DELETE, GET, PATCH, POST, PUT], and path begin with /",
			"{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}],\"allowedIPs\":[\"here\"]} | allowedIPs: 'here' is not a block of addresses",
			"{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}],\"redirection\":\"javascript:alert(1)\"} | redirection must be a URL",
			"{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}],\"redirection\":\"ftp://example.com/\"} | redirection must be a URL",
			"{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}],\"redirection\":\"a b\"} | redirection must be a URL" })
	void whenRequestCannotBeUnderstoodThenNamesTheField(String body, String message) throws Exception {
		HttpResponse<String> answer = credential(this.ovh.applicationKey(), body);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("{\"class\":\"Client::BadRequest\",\"message\":\"" + message + "\"}");
	}

	@Test
	void whenRequestIsThatOfAnotherClientThenIsUnderstood() throws Exception {
		HttpResponse<String> answer = credential(this.ovh.applicationKey(),
				"{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/*\"}],\"redirection\":null}");
		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Test
	void whenRequestHasNoKnownApplicationThenIsRefused() throws Exception {
		HttpResponse<String> none = credential(null, "{}");
		assertThat(none.statusCode()).isEqualTo(401);
		assertThat(none.body()).contains("You must send your application key to request new credentials");
		assertThat(credential("unknown", "{}").body()).contains("INVALID_KEY");
	}

	private void stubAll() {
		this.ovh.stubFor(any(urlMatching("/(1\\.0|v1|v2)/(me|domain|iam).*")).willReturn(okJson("{}")));
	}

	private static ConsumerKeyRequest request() {
		return ConsumerKeyRequest.builder()
			.readOnly("/me")
			.recursive(AccessRights.READ_WRITE, "/domain")
			.redirection(REDIRECTION)
			.build();
	}

	private HttpResponse<String> credential(@Nullable String applicationKey, String body) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.ovh.endpoint() + "/auth/credential"))
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (applicationKey != null) {
			request.header("X-Ovh-Application", applicationKey);
		}
		return this.browser.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> show(String url) throws Exception {
		return this.browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> decide(String url, String decision) throws Exception {
		return post(url, "other=1&decision=" + URLEncoder.encode(decision, StandardCharsets.UTF_8),
				"application/x-www-form-urlencoded");
	}

	private HttpResponse<String> post(String url, String form, String contentType) throws Exception {
		return this.browser.send(HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
	}

}
