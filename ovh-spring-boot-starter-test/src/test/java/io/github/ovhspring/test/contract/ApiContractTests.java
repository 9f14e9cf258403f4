package io.github.ovhspring.test.contract;

import java.util.List;
import java.util.Map;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.test.SimulatorTestCase;
import io.github.ovhspring.test.stub.OvhFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ApiContract}, by a made-up API that is described in both forms.
 */
class ApiContractTests extends SimulatorTestCase {

	private static final String PACKAGE = "classpath:io/github/ovhspring/test/contract/";

	private static final String OPENAPI = PACKAGE + "things.openapi.json";

	private static final String NATIVE = PACKAGE + "things.native.json";

	private static final String WHOLE = """
			{"name": "a", "size": 1, "ratio": 1.5, "on": true, "id": "00000000-0000-4000-8000-000000000000",
			"born": "2026-11-25", "made": "2026-11-25T18:00:00+01:00", "tags": ["x"], "labels": {"k": "v"},
			"color": "red", "parent": {"name": "p", "size": null, "color": null, "parent": null},
			"length": {"unit": "m", "value": 3}, "width": {"unit": "m", "value": 1.5}, "anything": {"goes": 1}, "address": "192.0.2.1"}
			""";

	@ParameterizedTest
	@ValueSource(strings = { OPENAPI, NATIVE })
	void whenAllIsAsDescribedThenIsSatisfied(String description) {
		ApiContract contract = this.simulator.contract(description);
		this.simulator.collection("/thing", "name", List.of(Map.of("name", "a")));
		this.simulator.post("/thing").answers(WHOLE);
		this.simulator.delete("/thing/{id}").answers(null);
		this.simulator.get("/thing/{id}/poll").answers(1);
		this.ovh.get("/v1/thing?color=red&since=2026-01-01&name=true&on=true&tag=a&tag=b&limit=5").send();
		this.ovh.get("/thing?since=2026-01-01T00:00:00Z&&name=2026-01-01").send();
		this.ovh.get("/thing").send();
		this.ovh.get("/thing/a").send();
		this.ovh.post("/thing").body(WHOLE).send();
		this.ovh.delete("/thing/a").send();
		this.ovh.get("/thing/a/poll?type=1").send();
		assertThat(contract.violations()).isEmpty();
		contract.assertSatisfied();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "/things | the API has no such path", "/thing/a/b/c | the API has no such path",
					"/v2/thing | the API has no such path",
					"/thing?colour=red&n%61me=x | unknown query parameter colour, there are",
					"/thing/a?x=1 | unknown query parameter x",
					"/thing?color=blue | query parameter color: ~\"blue\" is not one of red, green~",
					"/thing?limit=many | query parameter limit: ~\"many\" is not a whole number~",
					"/thing?limit=1.5 | query parameter limit: ~\"1.5\" is not a whole number~",
					"/thing?since=yesterday | query parameter since: ~\"yesterday\" is not a date and time~",
					"/thing?on=2026-01-01 | query parameter on: ~\"2026-01-01\" is not true or false~",
					"/thing/a/poll | query parameter type is missing" })
	void shouldFindWhatIsWrongInCalls(String call, String message) {
		for (String description : List.of(OPENAPI, NATIVE)) {
			ApiContract contract = this.simulator.contract(description);
			this.simulator.account();
			this.ovh.get(call).asOptional(Object.class);
			assertThat(contract.violations()).singleElement()
				.asString()
				.startsWith("GET /")
				.contains(": " + message.replace("~", ""));
		}
	}

	@Test
	void shouldFindMethodsThatTheApiDoesNotHave() {
		ApiContract contract = this.simulator.contract(OPENAPI);
		this.ovh.put("/thing/a").body(Map.of()).asOptional(Object.class);
		assertThat(contract.violations()).containsExactly("PUT /thing/a: the API has GET, DELETE here");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{} | at /name: is missing, thing.Thing requires it",
			"{\"name\": 1} | at /name: 1 is not a text", "{\"name\": null} | at /name: null is not a text",
			"{\"name\": \"a\", \"size\": \"1\"} | at /size: \"1\" is not a whole number",
			"{\"name\": \"a\", \"size\": 1.5} | at /size: 1.5 is not a whole number",
			"{\"name\": \"a\", \"ratio\": \"1\"} | at /ratio: \"1\" is not a number",
			"{\"name\": \"a\", \"on\": 1} | at /on: 1 is not true or false",
			"{\"name\": \"a\", \"id\": \"1\"} | at /id: \"1\" is not a UUID",
			"{\"name\": \"a\", \"born\": 20261125} | at /born: 20261125 is not a date such as",
			"{\"name\": \"a\", \"made\": \"2026-11-25T18:00:00\"} | at /made: \"2026-11-25T18:00:00\" is not a date and time",
			"{\"name\": \"a\", \"tags\": \"x\"} | at /tags: \"x\" is not a list",
			"{\"name\": \"a\", \"tags\": [\"x\", 2]} | at /tags/1: 2 is not a text",
			"{\"name\": \"a\", \"labels\": []} | at /labels: [] is not an object",
			"{\"name\": \"a\", \"labels\": {\"a/b~c\": 1}} | at /labels/a~1b~0c: 1 is not a text",
			"{\"name\": \"a\", \"color\": \"blue\"} | at /color: \"blue\" is not one of red, green",
			"{\"name\": \"a\", \"parent\": {\"name\": 1}} | at /parent/name: 1 is not a text",
			"{\"name\": \"a\", \"parent\": 1} | at /parent: 1 is not an object, thing.Thing",
			"{\"name\": \"a\", \"length\": {\"value\": \"3\"}} | at /length/value: \"3\" is not a whole number",
			"{\"name\": \"a\", \"nmae\": 1} | at /nmae: unknown field, thing.Thing has name, size, ratio" })
	void shouldFindWhatIsWrongInBodiesAndAnswers(String json, String message) {
		for (String description : List.of(OPENAPI, NATIVE)) {
			ApiContract contract = this.simulator.contract(description);
			this.simulator.post("/thing").answers(json);
			this.ovh.post("/thing").body(json).send();
			assertThat(contract.violations()).hasSize(2);
			assertThat(contract.violations().get(0)).startsWith("POST /thing: body " + message);
			assertThat(contract.violations().get(1)).startsWith("POST /thing: answer " + message);
		}
	}

	@Test
	void shouldCutLongValues() {
		ApiContract contract = this.simulator.contract(OPENAPI);
		this.simulator.get("/thing/{id}/poll").answers("\"" + "x".repeat(100) + "\"");
		this.ovh.get("/thing/a/poll?type=x").send();
		assertThat(contract.violations()).singleElement().asString().endsWith("x… is not a whole number");
	}

	@Test
	void shouldCheckPartsOfABody() {
		ApiContract contract = this.simulator.contract(NATIVE);
		this.simulator.post("/thing/{id}/rename").answers(null);
		this.ovh.post("/thing/a/rename").body(Map.of("name", "b", "alias", Map.of("k", List.of("v")))).send();
		assertThat(contract.violations()).isEmpty();
		this.ovh.post("/thing/a/rename").body(Map.of("note", 1)).send();
		this.ovh.post("/thing/a/rename").send();
		assertThat(contract.violations()).containsExactly("POST /thing/a/rename: body at /note: 1 is not a text",
				"POST /thing/a/rename: body at /name: is missing, the call requires it",
				"POST /thing/a/rename: body at /name: is missing, the call requires it");
	}

	@Test
	void shouldAdmitAnythingWhereTheDescriptionSaysNothing() {
		ApiContract contract = this.simulator.contract(NATIVE);
		this.simulator.get("/thing/{id}").answers(Map.of("name", "a", "opaque", List.of(1), "anything", 1));
		this.ovh.get("/thing/a").send();
		assertThat(contract.violations()).isEmpty();
	}

	@Test
	void whenBodyIsThereAndNoneIsExpectedThenSaysSo() {
		ApiContract contract = this.simulator.contract(OPENAPI);
		this.simulator.delete("/thing/{id}").answers(Map.of("id", 1));
		this.ovh.delete("/thing/a").body(Map.of()).send();
		assertThat(contract.violations()).containsExactly("DELETE /thing/a: body: is there, and the API expects none",
				"DELETE /thing/a: answer: {\"id\":1} is not null, and the description has no body here");
	}

	@Test
	void whenBodyOrAnswerIsNotJsonThenSaysSo() {
		ApiContract contract = this.simulator.contract(OPENAPI);
		this.simulator.stubFor(any(urlPathEqualTo("/1.0/thing")).willReturn(aResponse().withBody("{")));
		this.ovh.post("/thing").body("{").send();
		this.simulator.stubFor(any(urlPathEqualTo("/1.0/thing/a")).willReturn(aResponse()));
		this.ovh.delete("/thing/a").send();
		assertThat(contract.violations()).containsExactly("POST /thing: body: is not JSON",
				"POST /thing: answer: is not JSON");
	}

	@Test
	void shouldNotCheckErrorsAndFaults() {
		ApiContract contract = this.simulator.contract(OPENAPI);
		this.simulator.post("/thing").answers(WHOLE);
		this.simulator.fails("/thing", OvhFault.malformedJson().once());
		this.simulator.fails("/thing", OvhFault.badGateway().once());
		this.simulator.stubFor(any(urlPathEqualTo("/1.0/thing/a")).willReturn(aResponse().withStatus(302)));
		this.ovh.post("/thing").body(WHOLE).send();
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(() -> this.ovh.post("/thing").body(WHOLE).send());
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(() -> this.ovh.get("/thing/a").send());
		contract.assertSatisfied();
	}

	@Test
	void whenSeveralDescriptionsAreGivenThenAllCount() {
		ApiContract contract = this.simulator.contract(OPENAPI, PACKAGE + "things-v2.native.json");
		this.simulator.collection("/v2/thing", "name", List.of(Map.of("name", "a")));
		this.simulator.collection("/thing", "name", List.of(Map.of("name", "a")));
		this.ovh.get("/v2/thing").send();
		this.ovh.get("/thing").send();
		contract.assertSatisfied();
	}

	@Test
	void whenViolatedThenAssertionListsAll() {
		ApiContract contract = this.simulator.contract(OPENAPI);
		this.ovh.get("/things").asOptional(Object.class);
		this.ovh.get("/thing/a/b/c").asOptional(Object.class);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(contract::assertSatisfied)
			.withMessage(
					"The API's description is violated:%n- GET /things: the API has no such path%n- GET /thing/a/b/c: the API has no such path"
						.formatted());
	}

	@Test
	void whenFailsAtOnceThenAnswerSaysWhatIsWrong() {
		ApiContract contract = this.simulator.contract(OPENAPI).failAtOnce();
		this.simulator.get("/thing/{id}").answers(Map.of("name", 1));
		this.simulator.get("/thing/{id}", "b").answers(Map.of("name", "b"));
		assertThatExceptionOfType(OvhApiException.BadRequest.class).isThrownBy(() -> this.ovh.get("/thing/a").send())
			.returns("Not as the API's description says: GET /thing/a: answer at /name: 1 is not a text",
					OvhApiException::apiMessage);
		this.ovh.get("/thing/b").send();
		assertThat(contract.violations()).hasSize(1);
	}

	@Test
	void whenResetThenChecksNoMore() {
		ApiContract contract = this.simulator.contract(OPENAPI).failAtOnce();
		this.simulator.reset();
		this.ovh.get("/things").asOptional(Object.class);
		assertThat(contract.violations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "classpath:nowhere.json | Cannot read 'classpath:nowhere.json'. Write classpath:",
					"classpath:META-INF/spring.factories | 'classpath:META-INF/spring.factories' is not JSON",
					"classpath:io/github/ovhspring/test/customer/al4711-ovh.json | is no description of an API" })
	void whenDescriptionIsNoneThenSaysWhatToWrite(String location, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.contract(location))
			.withMessageContaining(message);
	}

}
