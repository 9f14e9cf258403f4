package io.github.ovhspring.sample;

import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages over HTTP: what a browser gets.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@EnableOvhSimulator
class PageTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	private static final String SCRIPT = "<script>alert(1)</script>";

	private final OvhSimulator ovh;

	private final RestTestClient client;

	PageTests(@Autowired OvhSimulator ovh, @Autowired RestTestClient client) {
		this.ovh = ovh;
		this.client = client;
	}

	@BeforeEach
	void stub() {
		SimulatedAccount.open(this.ovh);
	}

	private EntityExchangeResult<String> page(String path) {
		return this.client.get()
			.uri(path)
			.header(HttpHeaders.ACCEPT, BROWSER)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	@ParameterizedTest
	@CsvSource({ "/, Welcome Ada", "/bills?since=2026-09-01&until=2026-09-30, FR59190448", "/servers, ns3200001",
			"/redirections, postmaster@example.com", "/redirections?domain=example.org, No mail of example.org",
			"/applications, Inventory", "/accounts, ada@example.com" })
	void whenABrowserAsksThenGetsAPageThatIsKeptToItself(String path, String text) {
		EntityExchangeResult<String> page = page(path);
		assertThat(page.getResponseBody()).contains("<!DOCTYPE html>", text, "Ada Lovelace (al4711-ovh)");
		assertThat(page.getStatus().value()).isEqualTo(200);
		HttpHeaders headers = page.getResponseHeaders();
		assertThat(headers.getContentType()).isEqualTo(MediaType.parseMediaType("text/html;charset=UTF-8"));
		assertThat(headers.getFirst("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(headers.getCacheControl()).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bills", "/servers", "/redirections?domain=example.com", "/applications" })
	void whenAProgramAsksThenGetsJson(String path) {
		Stream.of("*/*", "application/json")
			.forEach((accept) -> this.client.get()
				.uri(path)
				.header(HttpHeaders.ACCEPT, accept)
				.exchangeSuccessfully()
				.expectHeader()
				.contentType(MediaType.APPLICATION_JSON)
				.expectHeader()
				.doesNotExist(HttpHeaders.SET_COOKIE));
	}

	@Test
	void shouldServeStylesAndScripts() {
		assertThat(page("/").getResponseBody()).contains("/webjars/picocss__pico/", "/webjars/htmx.org/");
		for (String file : new String[] { "/sample.css", "/bills.js", "/icon.svg",
				"/webjars/picocss__pico/css/pico.min.css", "/webjars/htmx.org/dist/htmx.min.js",
				"/webjars/chart.js/dist/chart.umd.min.js" }) {
			this.client.get().uri(file).exchangeSuccessfully();
		}
	}

	@Test
	void shouldShowNamesThatAreScriptsAsText() {
		this.ovh.stubFor(get("/1.0/me")
			.willReturn(okJson("{\"nichandle\":\"x\",\"firstname\":\"" + SCRIPT + "\",\"email\":\"" + SCRIPT + "\"}")));
		this.ovh.stubFor(get(urlPathEqualTo("/1.0/me/bill")).willReturn(okJson("[\"FR1\"]")));
		this.ovh.stubFor(get("/1.0/me/bill/FR1").willReturn(okJson("""
				{"billId": "%1$s", "date": "2026-06-03T04:12:31+02:00", "pdfUrl": "javascript:alert(1)",
				"priceWithTax": {"currencyCode": "%1$s", "text": "%1$s", "value": 1},
				"priceWithoutTax": {"currencyCode": "EUR", "text": "1", "value": 1},
				"tax": {"currencyCode": "EUR", "text": "0", "value": 0}}
				""".formatted(SCRIPT))));
		this.ovh.stubFor(get("/1.0/dedicated/server").willReturn(okJson("[\"ns1\"]")));
		this.ovh.stubFor(get("/1.0/dedicated/server/ns1").willReturn(okJson("""
				{"name": "%1$s", "reverse": "\\"%1$s", "datacenter": "%1$s", "os": "%1$s", "state": "%1$s"}
				""".formatted(SCRIPT))));
		this.ovh.stubFor(get("/1.0/email/domain").willReturn(okJson("[\"" + SCRIPT + "\"]")));
		this.ovh.stubFor(get(urlPathMatching("/1.0/email/domain/.+/redirection")).willReturn(okJson("[\"1\"]")));
		this.ovh.stubFor(get(urlPathMatching("/1.0/email/domain/.+/redirection/1"))
			.willReturn(okJson("{\"id\":\"1\",\"from\":\"" + SCRIPT + "\",\"to\":\"" + SCRIPT + "\"}")));
		for (String path : new String[] { "/", "/bills?since=2026-06-01", "/servers", "/redirections", "/accounts" }) {
			assertThat(page(path).getResponseBody()).contains("&lt;script&gt;alert(1)&lt;/script&gt;")
				.doesNotContain(SCRIPT, "href=\"javascript:");
		}
	}

	@Test
	void shouldGroupSpendingByTheMonthsOfTheBills() {
		this.ovh.stubFor(get(urlPathEqualTo("/1.0/me/bill")).willReturn(okJson("[\"FR1\", \"FR2\"]")));
		bill("FR1", "2026-06-01T00:30:00+02:00", "EUR", "1.10");
		bill("FR2", "2026-08-31T23:59:59+02:00", "USD", "2.20");
		String page = String.valueOf(page("/bills?since=2026-06-01&until=2026-08-31").getResponseBody());
		assertThat(page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ")).contains("1.10 EUR with tax",
				"2.20 USD with tax", "2026-06 1 1.10 EUR 2026-07 0 0.00 EUR 2026-08 1 2.20 USD");
	}

	private void bill(String id, String date, String currency, String value) {
		String price = "{\"currencyCode\": \"%s\", \"text\": \"%s\", \"value\": %s}".formatted(currency, value, value);
		this.ovh.stubFor(get("/1.0/me/bill/" + id).willReturn(okJson("""
				{"billId": "%s", "date": "%s", "pdfUrl": "https://bills.example.com/x.pdf", "priceWithTax": %s,
				"priceWithoutTax": %s, "tax": %s}
				""".formatted(id, date, price, price, price))));
	}

	@Test
	void whenTheLastTwelveMonthsHaveNoBillThenShowsAll() {
		this.ovh.stubFor(get(urlPathEqualTo("/1.0/me/bill")).withQueryParam("date.from", matching(".+"))
			.willReturn(okJson("[]")));
		assertThat(page("/bills").getResponseBody()).contains("FR54135280", "value=\"2025-06-03\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/bills", "/servers", "/redirections", "/applications" })
	void whenTheApiDoesNotAnswerThenThePageSaysSoAndRecovers(String path) {
		this.ovh.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
		EntityExchangeResult<String> failed = page(path);
		assertThat(failed.getStatus().value()).isEqualTo(503);
		assertThat(failed.getResponseBody())
			.contains("The OVHcloud API does not answer", "Try again", "href=\"" + path + "\"")
			.doesNotContain("Exception", "\tat ");
		this.ovh.reset();
		stub();
		assertThat(page(path).getStatus().value()).isEqualTo(200);
	}

	@Test
	void whenTheApiDoesNotAnswerWhileAPageWaitsThenItGoesOnToAsk() {
		String path = "/servers/ns3100001.ip-192-0-2.eu/kvm/510004712";
		this.ovh.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
		this.client.get()
			.uri(path + "?seen=todo")
			.header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
			.header("HX-Request", "true")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectBody(String.class)
			.value((part) -> assertThat(part).startsWith("<div")
				.contains("The OVHcloud API does not answer", "hx-get=\"" + path + "\"", "hx-trigger=\"every 2s\"")
				.doesNotContain("<html"));
	}

	@Test
	void whenTheApiRefusesThenThePageSaysWhatToDoAndTheQueryId() {
		this.ovh.stubFor(get("/1.0/dedicated/server").willReturn(
				jsonResponse("{\"errorCode\":\"NOT_GRANTED_CALL\",\"message\":\"This call has not been <b>granted\"}",
						403)
					.withHeader("X-Ovh-QueryID", "EU.ext-3.4711")));
		assertThat(page("/servers").getResponseBody()).contains("This call has not been &lt;b&gt;granted",
				"EU.ext-3.4711", "Connect the account once more, with that right");
		this.ovh.stubFor(get("/1.0/dedicated/server").willReturn(jsonResponse("""
				{"class": "Client::Forbidden", "message": "User not granted for this request",
				"details": {"unauthorizedActionsByAuthentication": "dedicatedServer:apiovh:get"}}
				""", 403)));
		assertThat(page("/servers").getResponseBody()).contains("has to allow dedicatedServer:apiovh:get");
	}

	@Test
	void whenOneAccountCannotBeAskedThenTheOthersAreShown() {
		this.ovh.stubFor(get("/1.0/me/bill").willReturn(jsonResponse("{\"message\":\"No.\"}", 500)));
		EntityExchangeResult<String> page = page("/accounts");
		assertThat(page.getStatus().value()).isEqualTo(200);
		assertThat(page.getResponseBody()).contains("GET /me/bill: 500", "Connect an account");
	}

	@Test
	void whenAPageOrValueIsNoneThenSaysSo() {
		assertThat(page("/nothing").getStatus().value()).isEqualTo(404);
		assertThat(page("/nothing").getResponseBody()).contains("<!DOCTYPE html>", "No static resource nothing");
		EntityExchangeResult<String> page = page("/bills?since=yesterday");
		assertThat(page.getStatus().value()).isEqualTo(400);
		assertThat(page.getResponseBody()).contains("yesterday", "since");
	}

}
