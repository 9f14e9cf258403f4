package io.github.ovhspring.sample;

import java.util.List;
import java.util.Objects;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the sample over HTTP, as a caller sees it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@EnableOvhSimulator
class SampleApplicationTests {

	private final OvhSimulator ovh;

	private final RestTestClient client;

	@SuppressWarnings("NullAway.Init")
	private SimulatedConsumerKey inventory;

	SampleApplicationTests(@Autowired OvhSimulator ovh, @Autowired RestTestClient client) {
		this.ovh = ovh;
		this.client = client;
	}

	@BeforeEach
	void stub() {
		this.inventory = SimulatedAccount.open(this.ovh);
	}

	@Test
	void shouldWelcome() {
		this.client.get().uri("/welcome").exchangeSuccessfully().expectBody(String.class).isEqualTo("Welcome Ada");
	}

	@Test
	void whenThereIsNoFirstNameThenWelcomesTheCustomerById() {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"nichandle\":\"al4711-ovh\",\"firstname\":null}")));
		this.client.get()
			.uri("/welcome")
			.exchangeSuccessfully()
			.expectBody(String.class)
			.isEqualTo("Welcome al4711-ovh");
	}

	@Test
	void shouldListBills() {
		this.client.get()
			.uri("/bills")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(28)
			.jsonPath("$[0].billId")
			.isEqualTo("FR54135280")
			.jsonPath("$[0].date")
			.isEqualTo("2025-06-03T04:12:31+02:00")
			.jsonPath("$[0].priceWithTax.value")
			.isEqualTo(179.96)
			.jsonPath("$[0].priceWithTax.text")
			.isEqualTo("179.96 €")
			.jsonPath("$[0].pdfUrl")
			.isEqualTo("https://bills.example.com/FR54135280.pdf");
	}

	@Test
	void whenAPeriodIsGivenThenListsItsBillsLastDayIncluded() {
		this.client.get()
			.uri("/bills?since=2026-09-08&until=2026-11-03")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$[*].billId")
			.value((ids) -> assertThat(ids).hasToString("[\"FR59231877\",\"FR59540183\",\"FR59629219\"]"));
	}

	@Test
	void shouldShowABill() {
		this.client.get()
			.uri("/bills/FR58466012")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.orderId")
			.isEqualTo(204118365);
	}

	@Test
	void whenThereIsNoSuchBillThenSaysSo() {
		this.client.get()
			.uri("/bills/NONE")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The requested object (billId = NONE) does not exist")
			.jsonPath("$.queryId")
			.isNotEmpty();
	}

	@Test
	void shouldListServers() {
		this.client.get()
			.uri("/servers")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(12)
			.jsonPath("$[0].name")
			.isEqualTo("ns3100001.ip-192-0-2.eu")
			.jsonPath("$[0].datacenter")
			.isEqualTo("sbg1");
	}

	@Test
	void shouldActivateBurstInADataCentreAndGoOnWhereOneServerFails() {
		this.ovh.stubFor(put("/1.0/dedicated/server/ns3110001.ip-192-0-2.eu/burst")
			.willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
		this.client.put()
			.uri("/servers/burst?datacenter=gra3")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$[*].active")
			.value((active) -> assertThat(active).hasToString("[false,false,true]"))
			.jsonPath("$[0].error")
			.value((error) -> assertThat(error).asString().contains("I/O error on PUT"))
			.jsonPath("$[1].error")
			.value((error) -> assertThat(error).asString().contains("reinstall"))
			.jsonPath("$[2].server")
			.isEqualTo("ns3110003.ip-192-0-2.eu");
		this.ovh.verify(1, putRequestedFor(urlEqualTo("/1.0/dedicated/server/ns3110003.ip-192-0-2.eu/burst"))
			.withRequestBody(equalToJson("{\"status\":\"active\"}")));
		this.ovh.verify(0, putRequestedFor(urlEqualTo("/1.0/dedicated/server/ns3100001.ip-192-0-2.eu/burst")));
	}

	@Test
	void shouldOpenScreenAndKeyboardOfAServer() {
		String server = "/servers/ns3100001.ip-192-0-2.eu/kvm";
		KvmAnswer answer = this.client.post()
			.uri(server)
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody(KvmAnswer.class)
			.returnResult()
			.getResponseBody();
		long task = Objects.requireNonNull(answer).task().taskId();
		for (String status : List.of("todo", "doing", "done")) {
			this.client.get()
				.uri(server + "/" + task)
				.exchangeSuccessfully()
				.expectBody()
				.jsonPath("$.task.status")
				.isEqualTo(status)
				.jsonPath("$.link")
				.value((link) -> assertThat(link != null).isEqualTo(status.equals("done")));
		}
	}

	record KvmAnswer(KvmTaskAnswer task) {
	}

	record KvmTaskAnswer(long taskId) {
	}

	@Test
	void shouldListApplications() {
		this.client.get()
			.uri("/applications")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$[*].application.name")
			.value((names) -> assertThat(names).asString().contains("Inventory"))
			.jsonPath("$[?(@.credential.credentialId == %d)].credential.creation".formatted(this.inventory.id()))
			.isNotEmpty();
	}

	@Test
	void shouldRevokeAnApplication() {
		this.client.delete().uri("/applications/" + this.inventory.id()).exchange().expectStatus().isNoContent();
		assertThat(this.ovh.keys().consumerKeys()).isNotEmpty().doesNotContain(this.inventory);
	}

	@Test
	void shouldRedirectMail() {
		redirect("{\"domain\":\"example.com\",\"from\":\"a@example.com\",\"to\":\"b@example.net\",\"localCopy\":true}")
			.expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.action")
			.isEqualTo("add")
			.jsonPath("$.account")
			.isEqualTo("a@example.com");
		this.ovh.verify(postRequestedFor(urlEqualTo("/1.0/email/domain/example.com/redirection"))
			.withRequestBody(equalToJson("{\"from\":\"a@example.com\",\"to\":\"b@example.net\",\"localCopy\":true}")));
		redirections().jsonPath("$[4].from").isEqualTo("a@example.com");
	}

	@Test
	void shouldDeleteARedirection() {
		redirections().jsonPath("$[0].id").isEqualTo("81190201");
		this.client.delete()
			.uri("/redirections/81190201?domain=example.com")
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.action")
			.isEqualTo("delete");
		redirections().jsonPath("$[0].id").isEqualTo("81190214");
	}

	private RestTestClient.BodyContentSpec redirections() {
		return this.client.get().uri("/redirections?domain=example.com").exchangeSuccessfully().expectBody();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{} | 'domain' must be a domain such as example.com",
			"{\"domain\":\"a/b\"} | 'domain' must be a domain such as example.com",
			"{\"domain\":\"example.com\"} | 'from' must be an address such as info@example.com",
			"{\"domain\":\"example.com\",\"from\":\"a@example.com\",\"to\":\"b\"} | 'to' must be an address such as me@example.net" })
	void whenARedirectionIsNoneThenNamesTheField(String body, String detail) {
		redirect(body).expectStatus().isBadRequest().expectBody().jsonPath("$.detail").isEqualTo(detail);
		this.ovh.verify(0, postRequestedFor(urlEqualTo("/1.0/email/domain/example.com/redirection")));
	}

	@Test
	void whenARequestCannotBeReadThenSaysSo() {
		redirect("{").expectStatus().isBadRequest();
		this.client.get().uri("/bills?since=yesterday").exchange().expectStatus().isBadRequest();
		this.client.get().uri("/bills/..%2F").exchange().expectStatus().is4xxClientError();
		this.client.get().uri("/bills/a b").exchange().expectStatus().is4xxClientError();
	}

	private RestTestClient.ResponseSpec redirect(String body) {
		return this.client.post().uri("/redirections").contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	@ParameterizedTest
	@CsvSource({ "400, Client::BadRequest, 400", "409, Client::Conflict::ServiceLocked, 409", "460, Client::X, 404",
			"403, Client::Forbidden, 502", "401, Client::Unauthorized, 502", "500, Server::InternalServerError, 502",
			"412, Client::PreconditionFailed, 412", "423, Client::Locked, 423", "429, Client::TooManyRequests, 503" })
	void whenTheApiRefusesThenAnswersWhatACallerCanActOn(int status, String errorClass, int answer) {
		this.ovh.stubFor(
				get("/1.0/me").willReturn(jsonResponse("{\"class\":\"" + errorClass + "\",\"message\":\"No.\"}", status)
					.withHeader(HttpHeaders.RETRY_AFTER, "7")));
		this.client.get()
			.uri("/welcome")
			.exchange()
			.expectStatus()
			.isEqualTo(answer)
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "7")
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("No.")
			.jsonPath("$.trace")
			.doesNotExist();
	}

	@ParameterizedTest
	@CsvSource({ "INVALID_SIGNATURE", "QUERY_TIME_OUT" })
	void whenTheSignatureIsRefusedThenThatIsNotTheCallersFault(String code) {
		failing(jsonResponse("{\"errorCode\":\"" + code + "\",\"message\":\"No.\"}", 400)).expectStatus()
			.isEqualTo(502);
	}

	@Test
	void whenTheAnswerCannotBeReadThenSaysSo() {
		failing(aResponse().withBody("<html>").withHeader(HttpHeaders.CONTENT_TYPE, "text/html")).expectStatus()
			.isEqualTo(502)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The OVHcloud API answered 200");
	}

	@Test
	void whenThereIsNoAnswerThenSaysSo() {
		failing(aResponse().withFault(Fault.EMPTY_RESPONSE)).expectStatus()
			.isEqualTo(503)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The OVHcloud API does not answer");
	}

	private RestTestClient.ResponseSpec failing(ResponseDefinitionBuilder answer) {
		this.ovh.stubFor(get("/1.0/me").willReturn(answer));
		return this.client.get().uri("/welcome").exchange();
	}

	@Test
	void shouldBeHealthy() {
		this.client.get()
			.uri("/actuator/health/ovh")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.details.endpoint")
			.isEqualTo(this.ovh.endpoint());
	}

}
