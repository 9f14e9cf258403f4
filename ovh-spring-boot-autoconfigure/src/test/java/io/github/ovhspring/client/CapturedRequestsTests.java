package io.github.ovhspring.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The calls that nine other clients were made to send, sent by this one, on each HTTP
 * client that Spring Boot supports. Each of the nine signs one text and sends another in
 * between one and seven of them.
 */
class CapturedRequestsTests {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * What is refused before anything is sent: dot segments, a fragment, and what one
	 * client generated, which is an absolute URL.
	 */
	private static final Set<String> REFUSED = Set.of("get_path_dotdot", "get_path_fragment",
			"get_bill_dates_generated");

	static Stream<Arguments> casesByTransport() throws IOException {
		return TestClients.TRANSPORTS.keySet()
			.stream()
			.sorted()
			.flatMap((transport) -> cases().map((test) -> Arguments.of(transport, test.path("case").asString(), test)));
	}

	private static Stream<JsonNode> cases() {
		try (InputStream in = CapturedRequestsTests.class.getResourceAsStream("/vectors/requests.jsonl")) {
			String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
			return text.lines().map(JSON::readTree).toList().stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void shouldHaveEveryCase() {
		assertThat(cases()).hasSize(43);
		assertThat(cases().map((test) -> test.path("case").asString())).doesNotHaveDuplicates().containsAll(REFUSED);
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("casesByTransport")
	void shouldBeAcceptedOrRefusedBeforeItIsSent(String transport, String name, JsonNode test) {
		try (LoopbackServer server = LoopbackServer.start(new SigningApi(CapturedRequestsTests::answer))) {
			OvhClient client = TestClients.builder(server)
				.requestFactoryBuilder(TestClients.transport(transport))
				.build();
			if (REFUSED.contains(name)) {
				assertThatIllegalArgumentException().isThrownBy(() -> send(client, test.path("input")));
				assertThat(server.accepted()).isZero();
			}
			else {
				if (test.path("input").has("rules")) {
					requestKey(client, test.path("input"));
				}
				else {
					assertThat(send(client, test.path("input")).getStatusCode()).isEqualTo(HttpStatus.OK);
				}
				Call call = server.calls().get(server.calls().size() - 1);
				assertThat(call.header("X-Ovh-Signature") != null).isEqualTo(isAuthenticated(test.path("input")));
			}
		}
	}

	private static Reply answer(Call call) {
		return Reply.json(
				"{\"consumerKey\":\"x\",\"validationUrl\":\"https://www.ovh.com/x\",\"state\":\"pendingValidation\"}");
	}

	private static void requestKey(OvhClient client, JsonNode input) {
		ConsumerKeyRequest.Builder request = ConsumerKeyRequest.builder()
			.redirection(input.path("redirection").asString());
		input.path("rules")
			.forEach((rule) -> request.rule(HttpMethod.valueOf(rule.path("method").asString()),
					rule.path("path").asString()));
		input.path("allowedIPs").forEach((block) -> request.allowedIps(block.asString()));
		assertThat(client.requestConsumerKey(request.build()).consumerKey()).isEqualTo("x");
	}

	private static ResponseEntity<String> send(OvhClient client, JsonNode input) {
		OvhRequest request = client.method(method(input), input.path("path").asString());
		input.path("params").properties().forEach((param) -> request.query(param.getKey(), value(param.getValue())));
		if (input.has("body")) {
			request.body(input.path("body"));
		}
		if (!isAuthenticated(input)) {
			request.unauthenticated();
		}
		return request.asEntity(String.class);
	}

	// How the call is authenticated is another matter: here it is always by signature.
	private static HttpMethod method(JsonNode input) {
		return switch (input.path("op").asString()) {
			case "OAUTH2" -> input.has("body") ? HttpMethod.POST : HttpMethod.GET;
			default -> HttpMethod.valueOf(input.path("op").asString());
		};
	}

	private static boolean isAuthenticated(JsonNode input) {
		return input.path("auth").asBoolean(true) && !input.has("rules");
	}

	private static Object[] value(JsonNode json) {
		return new Object[] { JSON.treeToValue(json, Object.class) };
	}

}
