package io.github.ovhspring.sample;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that pages ask before they change anything at the real API, as which the
 * simulated one stands in here.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "sample.simulated=false")
@AutoConfigureRestTestClient
@EnableOvhSimulator
class AskFirstTests {

	private final OvhSimulator ovh;

	private final RestTestClient client;

	AskFirstTests(@Autowired OvhSimulator ovh, @Autowired RestTestClient client) {
		this.ovh = ovh;
		this.client = client;
	}

	@BeforeEach
	void stub() {
		SimulatedAccount.open(this.ovh);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/servers/burst | datacenter=sbg1 | Enable network burst for every server",
					"/servers/ns3100001.ip-192-0-2.eu/kvm | x=1 | Open screen and keyboard",
					"/redirections | domain=example.com&from=a@example.com&to=%3Cb%3E@example.net | Redirect mail?",
					"/redirections/81190201/delete | domain=example.com | Delete a redirection",
					"/applications/4711/revoke | x=1 | Revoke the access of an application?" })
	void shouldAskBeforeAnythingIsChanged(String path, String form, String question) {
		String asked = String.valueOf(post(path, form).getResponseBody());
		assertThat(asked).contains(question, "Real API: " + this.ovh.endpoint(), "Ada Lovelace (al4711-ovh)",
				"action=\"" + path + "\"", "name=\"" + form.replaceAll("=.*", "") + "\"");
		assertThat(asked).doesNotContain("<b>@");
		post(path, form + "&confirmed=other");
		assertThat(changes()).isZero();
		String done = String.valueOf(post(path, form + "&confirmed=default").getResponseBody());
		assertThat(done).doesNotContain("Yes, do it");
		await().untilAsserted(() -> assertThat(changes()).isPositive());
	}

	private long changes() {
		return this.ovh.wireMockServer()
			.getAllServeEvents()
			.stream()
			.filter((event) -> !event.getRequest().getMethod().value().equals("GET"))
			.count();
	}

	private EntityExchangeResult<String> post(String path, String form) {
		return this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
			.body(form)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

}
