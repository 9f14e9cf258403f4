package io.github.ovhspring.sample;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.SimulatedAuthentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a service that has application keys and waits for its first customer.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@EnableOvhSimulator(authentication = SimulatedAuthentication.APPLICATION_KEYS)
class NoAccountYetTests {

	private final RestTestClient client;

	NoAccountYetTests(@Autowired RestTestClient client) {
		this.client = client;
	}

	private RestTestClient.ResponseSpec get(String path, String accept) {
		return this.client.get().uri(path).header(HttpHeaders.ACCEPT, accept).exchange();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/bills", "/servers", "/redirections", "/applications" })
	void shouldSayThatAnAccountIsToBeConnected(String path, @Autowired OvhSimulator ovh) {
		get(path, MediaType.TEXT_HTML_VALUE).expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.value((page) -> assertThat(page)
				.contains("<h1>No account is connected</h1>", "Connect one on the page of accounts",
						"href=\"/accounts\"")
				.doesNotContain("Exception", "Its log says why"));
		ovh.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void shouldTellProgramsToo() {
		get("/bills", MediaType.APPLICATION_JSON_VALUE).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("No account is connected");
	}

	@Test
	void shouldOfferToConnectAnAccount() {
		get("/accounts", MediaType.TEXT_HTML_VALUE).expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("There is no consumer key in the configuration",
					"action=\"/accounts/connect\""));
	}

}
