package io.github.ovhspring.test.stub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.test.SimulatorTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhStub}.
 */
class OvhStubTests extends SimulatorTestCase {

	record Bill(String billId, LocalDate date) {
	}

	private static final Bill BILL = new Bill("FR1", LocalDate.of(2026, 11, 3));

	@Test
	void shouldAnswerAnyObjectAsJson() {
		this.simulator.get("/me/bill/{id}").answers(BILL);
		assertThat(this.ovh.get("/me/bill/FR1").as(Bill.class)).isEqualTo(BILL);
		assertThat(this.ovh.get("/v1/me/bill/FR2").as(Bill.class)).isEqualTo(BILL);
		assertThat(this.ovh.get("/me/bill/FR1/more").asOptional(Bill.class)).isEmpty();
		this.simulator.verify(getRequestedFor(urlEqualTo("/1.0/me/bill/FR1")));
	}

	@Test
	void whenPathHasAVersionThenItCounts() {
		this.simulator.get("/v2/iam/policy").answers(List.of(2));
		this.simulator.get("/1.0/me").answers(1);
		this.simulator.get("/v1/me/bill").answers(List.of());
		assertThat(this.ovh.get("/v2/iam/policy").asList(Integer.class)).containsExactly(2);
		assertThat(this.ovh.get("/iam/policy").asOptional(JsonNode.class)).isEmpty();
		assertThat(this.ovh.get("/v1/me").as(Integer.class)).isOne();
		assertThat(this.ovh.get("/me/bill").asList(Integer.class)).isEmpty();
	}

	@Test
	void whenVariablesAreGivenThenOnlyTheseAreMeant() {
		this.simulator.get("/ip/{block}/reverse/{address}").answers("\"any\"");
		this.simulator.get("/ip/{block}/reverse/{address}", "192.0.2.0/24").answers("\"block\"");
		this.simulator.get("/ip/{block}/reverse/{address}", "192.0.2.0/24", "192.0.2.1").answers("\"one\"");
		assertThat(reverse("192.0.2.0/24", "192.0.2.1")).isEqualTo("one");
		assertThat(reverse("192.0.2.0/24", "192.0.2.2")).isEqualTo("block");
		assertThat(reverse("198.51.100.0/24", "192.0.2.1")).isEqualTo("any");
	}

	private String reverse(String block, String address) {
		return this.ovh.get("/ip/{block}/reverse/{address}", block, address).as(JsonNode.class).asString();
	}

	@Test
	void whenQueryIsGivenThenOnlyThatIsMeant() {
		this.simulator.get("/me/bill").answers(List.of("FR1", "FR2"));
		this.simulator.get("/me/bill")
			.query("date.from", LocalDate.of(2026, 1, 1))
			.query("category", "purchase")
			.answers(List.of("FR2"));
		assertThat(this.ovh.get("/me/bill?category=purchase&date.from=2026-01-01").asList(String.class))
			.containsExactly("FR2");
		assertThat(this.ovh.get("/me/bill?category=purchase").asList(String.class)).hasSize(2);
		assertThat(this.ovh.get("/me/bill?category=a&category=purchase&date.from=2026-01-01").asList(String.class))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "PATCH", "DELETE" })
	void shouldKnowEachMethod(String method) {
		this.simulator.get("/x").answers(Map.of("method", "GET"));
		this.simulator.post("/x").answers(Map.of("method", "POST"));
		this.simulator.put("/x").answers(Map.of("method", "PUT"));
		this.simulator.patch("/x").answers(Map.of("method", "PATCH"));
		this.simulator.delete("/x").answers(Map.of("method", "DELETE"));
		assertThat(this.ovh.method(HttpMethod.valueOf(method), "/x").as(JsonNode.class).path("method").asString())
			.isEqualTo(method);
	}

	@Test
	void whenStatusIsGivenThenIsAnswered() {
		this.simulator.post("/x").status(201).answers(null);
		assertThat(this.ovh.post("/x").asEntity(JsonNode.class).getStatusCode().value()).isEqualTo(201);
		assertThat(this.ovh.post("/x").asOptional(JsonNode.class)).isEmpty();
	}

	@Test
	void whenSeveralAnswersAreGivenThenTheyComeInTurn() {
		this.simulator.get("/task").answers("\"todo\"", "\"doing\"", "\"done\"");
		List<String> states = List.of(task(), task(), task(), task());
		assertThat(states).containsExactly("todo", "doing", "done", "done");
	}

	private String task() {
		return this.ovh.get("/task").as(JsonNode.class).asString();
	}

	@Test
	void whenSaidAgainThenTheLastCounts() {
		this.simulator.get("/me").answers(1);
		this.simulator.get("/me").answers(2);
		assertThat(this.ovh.get("/me").as(Integer.class)).isEqualTo(2);
	}

	@Test
	void shouldComeAfterStubsAndBeforeTheAccount() {
		this.simulator.account();
		this.simulator.get("/me").answers(1);
		assertThat(this.ovh.get("/me").as(Integer.class)).isEqualTo(1);
		this.simulator.stubFor(any(urlEqualTo("/1.0/me")).willReturn(okJson("2")));
		assertThat(this.ovh.get("/me").as(Integer.class)).isEqualTo(2);
		assertThat(this.ovh.get("/me/bill").asList(String.class)).hasSize(28);
	}

	@Test
	void shouldComeBeforeTheSimulatorsOwnCalls() {
		this.simulator.get("/auth/currentCredential").answers(1);
		assertThat(this.ovh.get("/auth/currentCredential").as(Integer.class)).isOne();
	}

	@Test
	void whenResetThenIsForgotten() {
		this.simulator.get("/me").answers(1);
		this.simulator.get("/you").fails(400, "Client::BadRequest", "No");
		this.simulator.reset();
		assertThat(this.ovh.get("/me").asOptional(Integer.class)).isEmpty();
		assertThat(this.ovh.get("/you").asOptional(Integer.class)).isEmpty();
	}

	@Test
	void whenFailsThenFailsAsTheApi() {
		this.simulator.get("/me/bill/{id}").answers(BILL);
		this.simulator.get("/me/bill/{id}", "FR9").fails(404, "Client::NotFound", "This bill does not exist");
		assertThat(this.ovh.get("/me/bill/FR1").as(Bill.class)).isEqualTo(BILL);
		assertThatExceptionOfType(OvhApiException.NotFound.class).isThrownBy(() -> this.ovh.get("/me/bill/FR9").send())
			.returns("Client::NotFound", OvhApiException::errorClass)
			.returns("This bill does not exist", OvhApiException::apiMessage);
	}

	@Test
	void shouldStillCheckTheSignatureFirst() {
		this.simulator.get("/me").answers(1);
		assertThatExceptionOfType(OvhApiException.NotCredential.class)
			.isThrownBy(() -> this.ovh.withConsumerKey("other").get("/me").send());
	}

	@ParameterizedTest
	@CsvSource({ "me, Path 'me' does not start with '/'. Write a path of the API", "/me?a=b, by query(name",
			"/me/{id, Path '/me/{id' cannot be read: Expected" })
	void whenPathIsNoneThenSaysWhatToWrite(String path, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.get(path)).withMessageContaining(message);
	}

	@Test
	void whenThereAreMoreValuesThanPlaceholdersThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.get("/me/{id}", 1, 2))
			.withMessage("Path '/me/{id}' has 1 placeholders and there are 2 values");
	}

	@Test
	void whenTextIsNotJsonThenSaysWhatToWrite() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.get("/me").answers("Ada"))
			.withMessageStartingWith("'Ada' is not JSON. A text is written \"\\\"text\\\"\"");
	}

}
