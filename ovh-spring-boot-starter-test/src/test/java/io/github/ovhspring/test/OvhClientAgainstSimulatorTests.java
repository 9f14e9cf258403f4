package io.github.ovhspring.test;

import java.time.Duration;
import java.util.Map;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that {@link OvhClient} and {@link OvhSimulator} understand each other.
 */
class OvhClientAgainstSimulatorTests {

	private final OvhSimulator ovh = OvhSimulator.start();

	@AfterEach
	void close() {
		this.ovh.close();
	}

	@Test
	void whenCallIsSignedThenStubAnswers() {
		this.ovh.stubFor(get("/1.0/ip/192.0.2.0%2F24/reverse").willReturn(okJson("[\"é\"]")));
		assertThat(client().get("/ip/{block}/reverse", "192.0.2.0/24").asList(String.class)).containsExactly("é");
	}

	@Test
	void whenBodyIsSignedThenStubAnswers() {
		this.ovh.stubFor(post("/v2/iam/policy").withRequestBody(equalToJson("{\"name\":\"é😀\"}")).willReturn(ok()));
		client().post("/v2/iam/policy").body(Map.of("name", "é😀")).send();
	}

	@Test
	void whenApplicationKeyIsUnknownThenIsInvalidKey() {
		expect(OvhApiException.InvalidKey.class,
				client("unknown", this.ovh.applicationSecret(), this.ovh.consumerKey()))
			.withMessageContaining("This application key is invalid");
	}

	@Test
	void whenErrorsAreNewerThenClientKnowsThemAllTheSame() {
		this.ovh.useNewerErrors();
		expect(OvhApiException.InvalidKey.class,
				client("unknown", this.ovh.applicationSecret(), this.ovh.consumerKey()))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("Client::Forbidden"));
		SimulatedConsumerKey key = this.ovh.keys().addConsumerKey(this.ovh.client().application());
		key.validate();
		OvhClient client = client(this.ovh.applicationKey(), this.ovh.applicationSecret(), key.consumerKey());
		expect(OvhApiException.NotGrantedCall.class, client).satisfies((ex) -> assertThat(ex.errorCode()).isNull());
		expect(OvhApiException.NotCredential.class,
				client(this.ovh.applicationKey(), this.ovh.applicationSecret(), "unknown"))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("NOT_CREDENTIAL"));
		this.ovh.reset();
		expect(OvhApiException.InvalidKey.class,
				client("unknown", this.ovh.applicationSecret(), this.ovh.consumerKey()))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("INVALID_KEY"));
	}

	@Test
	void whenConsumerKeyIsUnknownThenIsNotCredential() {
		expect(OvhApiException.NotCredential.class,
				client(this.ovh.applicationKey(), this.ovh.applicationSecret(), "unknown"))
			.withMessageContaining("This credential does not exist");
	}

	@Test
	void whenSecretIsWrongThenIsInvalidSignature() {
		expect(OvhApiException.InvalidSignature.class,
				client(this.ovh.applicationKey(), "wrong", this.ovh.consumerKey()))
			.withMessageContaining("Invalid signature");
	}

	@Test
	void whenTimeIsTooWrongThenIsClockSkewAfterASecondAttempt() {
		this.ovh.stubFor(get("/1.0/auth/time").willReturn(okJson("1457018875")));
		expect(OvhApiException.ClockSkew.class, client()).withMessageContaining("Query out of time");
		this.ovh.verify(2, getRequestedFor(urlEqualTo("/1.0/me")));
	}

	@Test
	void whenServerClockStepsThenClientFollows() {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		OvhClient client = client();
		client.get("/me").send();
		this.ovh.setClockOffset(Duration.ofMinutes(10));
		client.get("/me").send();
		this.ovh.verify(2, getRequestedFor(urlEqualTo("/1.0/auth/time")));
	}

	@Test
	void whenCallIsNotSignedThenIsUnauthorized() {
		assertThatExceptionOfType(OvhApiException.Unauthorized.class)
			.isThrownBy(() -> client().get("/me").unauthenticated().send())
			.withMessageContaining("You must login first")
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("Client::Unauthorized"));
	}

	@Test
	void whenCallHasNoStubThenIsNotFound() {
		expect(OvhApiException.NotFound.class, client()).withMessageContaining("Got an invalid (or empty) URL")
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("Client::NotFound"));
	}

	private static <X extends OvhApiException> ThrowableAssertAlternative<X> expect(Class<X> type, OvhClient client) {
		return assertThatExceptionOfType(type).isThrownBy(() -> client.get("/me").send())
			.satisfies((ex) -> assertThat(ex.queryId()).startsWith("EU.ext-3."));
	}

	private OvhClient client() {
		return client(this.ovh.applicationKey(), this.ovh.applicationSecret(), this.ovh.consumerKey());
	}

	private OvhClient client(String applicationKey, String applicationSecret, String consumerKey) {
		return OvhClient.builder()
			.endpoint(this.ovh.endpoint())
			.credentials(OvhCredentials.applicationKeys(applicationKey, applicationSecret, consumerKey))
			.build();
	}

}
