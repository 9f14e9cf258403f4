package io.github.ovhspring.test.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedServiceAccount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for service accounts and their tokens.
 */
class ServiceAccountTests {

	private static final String GRANT = "grant_type=client_credentials&scope=all";

	private final OvhSimulator ovh = OvhSimulator.start();

	private final SimulatedServiceAccount account = this.ovh.client().serviceAccount();

	@BeforeEach
	void stub() {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
	}

	@AfterEach
	void close() {
		this.ovh.close();
	}

	@Test
	void shouldIssueATokenThatCallsMayShow() {
		OvhClient client = client(this.account.clientSecret());
		client.get("/me").send();
		client.get("/me").send();
		this.ovh.verify(1, postRequestedFor(urlEqualTo("/auth/oauth2/token")));
		JsonNode details = client.get("/auth/details").as(JsonNode.class);
		assertThat(details.path("method").stringValue()).isEqualTo("oauth2_client_credentials");
		assertThat(details.path("allowedRoutes").isNull()).isTrue();
		assertThatExceptionOfType(OvhApiException.NotCredential.class).isThrownBy(client::currentCredential);
	}

	@Test
	void whenTokenIsRevokedOrExpiresThenClientGetsAnother() {
		OvhClient client = client(this.account.clientSecret());
		client.get("/me").send();
		this.account.revokeTokens();
		client.get("/me").send();
		this.ovh.advanceClock(Duration.ofHours(1));
		client.get("/me").send();
		this.ovh.verify(3, postRequestedFor(urlEqualTo("/auth/oauth2/token")));
	}

	@Test
	void whenTokenIsUnknownThenIsUnauthorized() {
		assertThatExceptionOfType(OvhApiException.Unauthorized.class).isThrownBy(() -> OvhClient.builder()
			.endpoint(this.ovh.endpoint())
			.credentials(OvhCredentials.accessToken("unknown"))
			.build()
			.get("/me")
			.send());
	}

	@Test
	void whenResetThenTokensStay() {
		OvhClient client = client(this.account.clientSecret());
		client.get("/me").send();
		this.account.setTokenLifetime(Duration.ofMinutes(1));
		SimulatedServiceAccount other = this.ovh.keys().addServiceAccount();
		this.ovh.reset();
		assertThat(this.account.tokenLifetime()).isEqualTo(Duration.ofSeconds(3599));
		assertThat(this.ovh.keys().serviceAccount(other.clientId())).isEmpty();
		client.get("/auth/details").send();
		this.ovh.verify(0, postRequestedFor(urlEqualTo("/auth/oauth2/token")));
	}

	@Test
	void whenSecretIsWrongThenIsInvalidClient() {
		assertThatExceptionOfType(OvhApiException.Unauthorized.class)
			.isThrownBy(() -> client("wrong").get("/me").send())
			.withMessageContaining("invalid_client");
	}

	@Test
	void shouldTakeIdAndSecretFromTheForm() throws Exception {
		HttpResponse<String> answer = token(null,
				GRANT + "&client_id=" + this.account.clientId() + "&client_secret=" + this.account.clientSecret());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).matches(
				"\\{\"access_token\":\"[0-9a-f]{64}\",\"token_type\":\"Bearer\",\"expires_in\":3599,\"scope\":\"all\"}");
	}

	@Test
	void whenLifetimeIsSetThenTokenTellsIt() throws Exception {
		this.account.setTokenLifetime(Duration.ofSeconds(5));
		assertThat(token(basic(), GRANT).body()).contains("\"expires_in\":5,");
	}

	@ParameterizedTest
	@CsvSource({ "grant_type=client_credentials, invalid_scope",
			"grant_type=client_credentials&scope=me, invalid_scope",
			"grant_type=password&scope=all, unsupported_grant_type", "scope=all, unsupported_grant_type" })
	void whenRequestIsWrongThenSaysWhat(String form, String error) throws Exception {
		HttpResponse<String> answer = token(basic(), form);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).startsWith("{\"error\":\"" + error + "\",\"error_description\":");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic !", "Basic bm9ib2R5", "Basic bm9ib2R5OmE6Yg==", "Bearer a" })
	void whenNobodyAsksThenIsInvalidClient(String authorization) throws Exception {
		HttpResponse<String> answer = token(authorization, GRANT);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
		assertThat(answer.body()).contains("\"invalid_client\"");
	}

	private String basic() {
		return "Basic " + Base64.getEncoder()
			.encodeToString(
					(this.account.clientId() + ":" + this.account.clientSecret()).getBytes(StandardCharsets.UTF_8));
	}

	private HttpResponse<String> token(@Nullable String authorization, String form) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.ovh.tokenUri()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form));
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	private OvhClient client(String secret) {
		return OvhClient.builder()
			.endpoint(this.ovh.endpoint())
			.tokenUri(URI.create(this.ovh.tokenUri()))
			.credentials(OvhCredentials.serviceAccount(this.account.clientId(), secret))
			.build();
	}

}
