package io.github.ovhspring.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.SigningApi;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Values stay where they are put: in their segment, in their parameter, in their header.
 */
class InjectionTests {

	private static final List<String> VALUES = List.of("../", "../../me", "..\\..\\me", "..%2f..%2fme", "%2e%2e",
			"%2E%2E/", "..;/me", ";a=b", "?a=b", "#a", "&a=b", "a/b", "//example.com/x", "@example.com",
			"a\r\nX-Evil: yes", "a HTTP/1.1\r\nX-Evil: yes\r\n\r\n", "\u0000", "a\u0000b", "\u010aX-Evil: yes", " ",
			"\t", "%", "%zz", "+", "{id}", "é", "日本", "😀", "...", "\u2025", "\u2024\u2024");

	private static final List<String> BREAKS = List.of("a\r\nX-Evil: yes", "a\nX-Evil: yes", "a\rX-Evil: yes",
			"a\r\n X-Evil: yes", "a\r\n\r\nGET /1.0/evil HTTP/1.1", "a\u0000", "a\u007f", "a\u010d\u010aX-Evil: yes",
			"a\u560d\u560aX-Evil: yes", "\n");

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	@AfterEach
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void aPathVariableNeverLeavesItsSegment(Transport transport) {
		transport.runner(this.server).withUserConfiguration(App.class).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			for (String value : VALUES) {
				client.get("/domain/{name}/record", value).send();
				assertInSegment(value);
				client.getAll("/domain/{name}/record", List.of(value), Map.class);
				assertInSegment(value);
				client.restClient().get().uri("/domain/{name}/record", value).retrieve().toBodilessEntity();
				assertInSegment(value);
				context.getBean(RecordApi.class).records(value);
				assertInSegment(value);
			}
		});
		assertThat(this.server.calls()).noneMatch((call) -> call.headers().containsKey("X-Evil"));
	}

	private void assertInSegment(String value) {
		String target = this.server.lastCall().target();
		assertThat(target).as(value).matches("/1\\.0/domain/([A-Za-z0-9._~-]|%[0-9A-F]{2})+/record");
		assertThat(URLDecoder.decode(target.split("/")[3], StandardCharsets.UTF_8)).isEqualTo(value);
	}

	@ParameterizedTest
	@EnumSource
	void aQueryParameterNeverLeavesItsPlace(Transport transport) {
		transport.runner(this.server).withUserConfiguration(App.class).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			for (String value : VALUES) {
				client.get("/domain").query("a", value).send();
				assertInParameter(value);
				client.get("/domain?a={a}", value).send();
				assertInParameter(value);
				context.getBean(RecordApi.class).search(value);
				assertInParameter(value);
			}
		});
		assertThat(this.server.calls()).noneMatch((call) -> call.headers().containsKey("X-Evil"));
	}

	private void assertInParameter(String value) {
		String target = this.server.lastCall().target();
		assertThat(target).as(value).matches("/1\\.0/domain\\?a=([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
		assertThat(URLDecoder.decode(target.split("=")[1], StandardCharsets.UTF_8)).isEqualTo(value);
	}

	@ParameterizedTest
	@EnumSource
	void whenAPathVariableIsADotSegmentThenRefusesIt(Transport transport) {
		transport.runner(this.server).withUserConfiguration(App.class).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			for (String value : List.of(".", "..", "")) {
				assertRefused(value, () -> client.get("/domain/{name}/record", value).send());
				assertRefused(value, () -> client.getAll("/domain/{name}/record", List.of(value), Map.class));
				assertRefused(value,
						() -> client.restClient()
							.get()
							.uri("/domain/{name}/record", value)
							.retrieve()
							.toBodilessEntity());
				assertRefused(value, () -> context.getBean(RecordApi.class).records(value));
			}
		});
		assertThat(this.server.accepted()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void whenAHeaderHasALineBreakThenRefusesIt(Transport transport) {
		transport.runner(this.server).withUserConfiguration(App.class).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			for (String value : BREAKS) {
				assertRefused(value, () -> client.get("/me").header("X-A", value).send());
				assertRefused(value, () -> client.get("/me").header(value, "x").send());
				assertRefused(value,
						() -> client.restClient().get().uri("/me").header("X-A", value).retrieve().toBodilessEntity());
				assertRefused(value,
						() -> client.restClient().get().uri("/me").header(value, "x").retrieve().toBodilessEntity());
				assertRefused(value,
						() -> client.restClient().get().uri("/me").cookie("a", value).retrieve().toBodilessEntity());
				assertRefused(value, () -> context.getBean(RecordApi.class).tagged(value));
				OvhClient tagged = client.mutate()
					.configureRestClient((builder) -> builder.defaultHeader("X-A", value))
					.build();
				assertRefused(value, tagged::serverTime);
			}
		});
		assertThat(this.server.accepted()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void whenAHeaderHasNoneThenSendsItUntouched(Transport transport) {
		transport.runner(this.server).withUserConfiguration(App.class).run((context) -> {
			context.getBean(OvhClient.class).get("/me").header("X-A", "a\tb; c=\"d\"").send();
			Call call = this.server.lastCall();
			assertThat(call.header("X-A")).isEqualTo("a\tb; c=\"d\"");
			context.getBean(RecordApi.class).tagged("~!@#$%^&*()");
			assertThat(this.server.lastCall().header("X-A")).isEqualTo("~!@#$%^&*()");
		});
	}

	private static void assertRefused(String what, ThrowingCallable call) {
		assertThatIllegalArgumentException().as(what).isThrownBy(call);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh", types = RecordApi.class)
	static class App {

	}

	interface RecordApi {

		@GetExchange("/domain/{name}/record")
		Map<String, Object> records(@PathVariable String name);

		@GetExchange("/domain")
		Map<String, Object> search(@RequestParam String a);

		@GetExchange("/me")
		Map<String, Object> tagged(@RequestHeader("X-A") String tag);

	}

}
