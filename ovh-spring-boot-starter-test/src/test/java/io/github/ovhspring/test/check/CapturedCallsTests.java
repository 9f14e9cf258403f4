package io.github.ovhspring.test.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.GivenKeys;
import io.github.ovhspring.test.account.SimulatedClock;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with calls of nine other clients, as they were captured: signatures that are
 * right are found right, and those that are wrong are explained.
 */
class CapturedCallsTests {

	/**
	 * Of what was signed here, parts are not in what was sent, so that nobody can know.
	 */
	private static final Set<String> NOT_SENT = Set.of("get_path_fragment", "get_path_dotdot",
			"get_path_unreserved_escape", "get_bill_id_generated", "node-ovh get_path_raw_utf8");

	private static final GivenKeys KEYS = GivenKeys.random()
		.withApplication("7kbG7Bk7S9Nt7ZSV", "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF")
		.withConsumerKey("MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1");

	@ParameterizedTest
	@MethodSource
	void shouldAcceptWhatIsSignedAsItIsSent(JsonNode call) {
		assertThat(text(call).signature()).isEqualTo(call.path("signature").stringValue());
	}

	static Stream<Named<JsonNode>> shouldAcceptWhatIsSignedAsItIsSent() throws IOException {
		return calls(true);
	}

	@ParameterizedTest
	@MethodSource
	void shouldExplainWhatIsSignedOtherwise(JsonNode call) {
		SimulatedKeys keys = new SimulatedKeys(new SimulatedClock(Duration.ZERO));
		keys.addClient("", KEYS);
		String explanation = new SignatureDiagnosis(call.path("signature").stringValue(), text(call),
				keys.client("").consumerKey(), keys)
			.explain();
		assertThat(explanation).contains(NOT_SENT.stream().anyMatch(name(call)::endsWith)
				? "No usual mistake explains it" : "The signature that came is right for");
	}

	static Stream<Named<JsonNode>> shouldExplainWhatIsSignedOtherwise() throws IOException {
		return calls(false);
	}

	private static Stream<Named<JsonNode>> calls(boolean matches) throws IOException {
		JsonMapper mapper = new JsonMapper();
		return new ClassPathResource("captured-calls.jsonl").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.map(mapper::readTree)
			.filter((call) -> call.path("matches").booleanValue() == matches)
			.map((call) -> Named.of(name(call), call));
	}

	private static String name(JsonNode call) {
		return call.path("client").stringValue() + " " + call.path("case").stringValue();
	}

	// Captured byte by byte.
	private static String url(JsonNode call) {
		return new String(call.path("url").stringValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	private static SignedText text(JsonNode call) {
		return new SignedText(KEYS.applicationSecret(), KEYS.consumerKey(), call.path("method").stringValue(),
				url(call), call.path("body").stringValue().getBytes(StandardCharsets.UTF_8),
				call.path("timestamp").stringValue());
	}

}
