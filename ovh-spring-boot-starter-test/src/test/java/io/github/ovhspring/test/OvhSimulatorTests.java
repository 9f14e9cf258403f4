package io.github.ovhspring.test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.client.VerificationException;
import io.github.ovhspring.auth.OvhCredentials.ApplicationKeys;
import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.test.RawRequest.RawResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link OvhSimulator}.
 */
@ExtendWith(OutputCaptureExtension.class)
class OvhSimulatorTests {

	private final OvhSimulator ovh = OvhSimulator.start();

	@AfterEach
	void close() {
		this.ovh.close();
	}

	@Test
	void shouldListenOnLoopbackOnly() {
		assertThat(this.ovh.endpoint()).matches("http://127\\.0\\.0\\.1:\\d+/1\\.0");
		assertThat(this.ovh.wireMockServer().getOptions().bindAddress()).isEqualTo("127.0.0.1");
	}

	@Test
	void whenClosedThenRefusesConnections() {
		this.ovh.close();
		assertThat(this.ovh.wireMockServer().isRunning()).isFalse();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> call("GET", "/1.0/auth/time").send());
	}

	@Test
	void shouldMakeUpKeysForEachSimulator() {
		try (OvhSimulator other = OvhSimulator.start()) {
			assertThat(this.ovh.applicationKey()).matches("[0-9a-f]{16}").isNotEqualTo(other.applicationKey());
			assertThat(this.ovh.applicationSecret()).matches("[0-9a-f]{32}").isNotEqualTo(other.applicationSecret());
			assertThat(this.ovh.consumerKey()).matches("[0-9a-f]{32}").isNotEqualTo(other.consumerKey());
		}
	}

	@Test
	void connectionDetailsShouldHoldEndpointAndKeys() {
		OvhConnectionDetails details = this.ovh.connectionDetails();
		assertThat(details.getEndpoint().uri()).isEqualTo(URI.create(this.ovh.endpoint()));
		assertThat(details.getCredentials()).isEqualTo(
				new ApplicationKeys(this.ovh.applicationKey(), this.ovh.applicationSecret(), this.ovh.consumerKey()));
	}

	@Test
	void shouldNotShowSecretsInText() {
		assertThat(this.ovh.toString() + this.ovh.connectionDetails()).contains(this.ovh.endpoint())
			.doesNotContain(this.ovh.applicationSecret(), this.ovh.consumerKey());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/1.0/auth/time", "/v1/auth/time" })
	void shouldTellItsTimeUnsigned(String target) throws IOException {
		RawResponse response = call("GET", target).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
		assertThat(Long.parseLong(response.body())).isCloseTo(Instant.now().getEpochSecond(), within(5L));
	}

	@Test
	void whenTimeIsAskedByPostThenIsNoTime() throws IOException {
		assertThat(call("POST", "/1.0/auth/time").body("").send().status()).isEqualTo(401);
	}

	@Test
	void whenClockIsOffThenTellsWrongTimeAndGoesByIt() throws IOException {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		this.ovh.setClockOffset(Duration.ofHours(-1));
		long time = Long.parseLong(call("GET", "/1.0/auth/time").send().body());
		assertThat(time).isCloseTo(Instant.now().getEpochSecond() - 3600, within(5L));
		assertThat(call("GET", "/1.0/me").signed().send().body()).contains("QUERY_TIME_OUT");
		assertThat(call("GET", "/1.0/me").signed("/1.0/me", time).send().status()).isEqualTo(200);
	}

	@Test
	void whenTimeHasStubThenStubAnswers() throws IOException {
		this.ovh.stubFor(get("/1.0/auth/time").willReturn(serverError()));
		assertThat(call("GET", "/1.0/auth/time").send().status()).isEqualTo(500);
	}

	@Test
	void whenCallHasStubThenStubAnswers() throws IOException {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"nichandle\":\"jd1-ovh\"}")));
		RawResponse response = call("GET", "/1.0/me").signed().send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"nichandle\":\"jd1-ovh\"}");
	}

	@Test
	void whenCallHasNoStubThenIsNotFound(CapturedOutput output) throws IOException {
		RawResponse response = call("GET", "/1.0/me?a=b").signed().send();
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
		assertThat(response.body())
			.isEqualTo("{\"class\":\"Client::NotFound\",\"message\":\"Got an invalid (or empty) URL\"}");
		assertThat(output).contains("No stub matches GET /1.0/me?a=b");
	}

	@Test
	void whenPathHasNoVersionThenAccountDoesNotAnswer() throws IOException {
		this.ovh.account();
		assertThat(call("GET", "/me").signed().send().status()).isEqualTo(404);
		assertThat(call("GET", "/1.0/me").signed().send().status()).isEqualTo(200);
	}

	@Test
	void shouldGiveEachAnswerAQueryIdOfItsOwn() throws IOException {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		String first = call("GET", "/1.0/me").signed().send().headers().get("X-Ovh-Queryid");
		String second = call("GET", "/1.0/me").send().headers().get("X-Ovh-Queryid");
		assertThat(first).startsWith("EU.ext-3.").isNotEqualTo(second);
		assertThat(second).startsWith("EU.ext-3.");
	}

	@Test
	void whenStubHasQueryIdThenItIsKept() throws IOException {
		this.ovh.stubFor(get("/1.0/me").willReturn(aResponse().withHeader("X-OVH-QUERYID", "FR.ws-1")));
		assertThat(call("GET", "/1.0/me").signed().send().headers()).containsEntry("X-Ovh-Queryid", "FR.ws-1");
	}

	@Test
	void whenUnsignedIsAllowedThenStubAnswers() throws IOException {
		this.ovh.stubFor(get(urlPathEqualTo("/1.0/order/catalog/public/vps")).willReturn(okJson("{}")));
		this.ovh.allowUnsigned("/1.0/order/catalog/*", "/1.0/hosting");
		assertThat(call("GET", "/1.0/order/catalog/public/vps?ovhSubsidiary=FR").send().status()).isEqualTo(200);
		assertThat(call("GET", "/1.0/order/catalog").send().status()).isEqualTo(401);
		assertThat(call("GET", "/1.0/hosting/web").send().status()).isEqualTo(401);
		assertThat(call("GET", "/1.0/hosting").send().status()).isEqualTo(404);
	}

	@Test
	void whenUnsignedIsAllowedThenSignatureIsStillChecked() throws IOException {
		this.ovh.stubFor(get("/1.0/hosting").willReturn(okJson("{}")));
		this.ovh.allowUnsigned("/1.0/hosting");
		assertThat(call("GET", "/1.0/hosting").signed("/1.0/other").send().status()).isEqualTo(400);
	}

	@Test
	void shouldVerifyCallsAlsoRefusedOnes() throws IOException {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		call("GET", "/1.0/me").signed().send();
		call("GET", "/1.0/me").send();
		this.ovh.verify(getRequestedFor(urlEqualTo("/1.0/me")));
		this.ovh.verify(2, getRequestedFor(urlEqualTo("/1.0/me")));
		this.ovh.verify(moreThanOrExactly(1), getRequestedFor(urlEqualTo("/1.0/me")));
		assertThatExceptionOfType(VerificationException.class)
			.isThrownBy(() -> this.ovh.verify(getRequestedFor(urlEqualTo("/1.0/me/bill"))));
	}

	@Test
	void whenAcceptedThenJournalHoldsTheCallAsItCame() throws IOException {
		this.ovh.stubFor(post("/1.0/me").willReturn(okJson("{}")));
		call("POST", "/1.0/me").header("X-OvhSimulator-Target", "/1.0/other").body("{}").signed().send();
		this.ovh.verify(anyRequestedFor(anyUrl()).withoutHeader("X-OvhSimulator-Target"));
	}

	@Test
	void whenResetThenAllIsForgottenButAddressAndKeys() throws IOException {
		OvhConnectionDetails details = this.ovh.connectionDetails();
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		this.ovh.allowUnsigned("/1.0/me");
		this.ovh.setClockOffset(Duration.ofDays(1));
		call("GET", "/1.0/me").send();
		this.ovh.reset();
		this.ovh.verify(0, anyRequestedFor(anyUrl()));
		assertThat(call("GET", "/1.0/me").send().status()).isEqualTo(401);
		assertThat(call("GET", "/1.0/me").signed().send().status()).isEqualTo(404);
		assertThat(this.ovh.connectionDetails()).isEqualTo(details);
	}

	@Test
	void shouldBeQuiet(CapturedOutput output) throws IOException {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		call("GET", "/1.0/me").signed().send();
		call("GET", "/1.0/me").send();
		this.ovh.close();
		assertThat(output).isEmpty();
	}

	private RawRequest call(String method, String target) {
		return new RawRequest(this.ovh, method, target);
	}

}
