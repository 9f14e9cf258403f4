package io.github.ovhspring.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what metrics, traces and logs tell of calls.
 */
@ExtendWith(OutputCaptureExtension.class)
class ObservationTests {

	private final SigningApi api = new SigningApi((call) -> this.reply);

	private final LoopbackServer server = LoopbackServer.start(this.api);

	private volatile Reply reply = Reply.json("[]");

	@AfterEach
	void stop() {
		this.server.close();
	}

	private void run(Consumer<ConfigurableApplicationContext> calls, String... arguments) {
		List<String> all = new ArrayList<>(
				List.of("--ovh.endpoint=" + this.server.url(), "--ovh.application-key=" + SigningApi.APPLICATION_KEY,
						"--ovh.application-secret=" + SigningApi.APPLICATION_SECRET,
						"--ovh.consumer-key=" + SigningApi.CONSUMER_KEY, "--spring.main.banner-mode=off"));
		all.addAll(List.of(arguments));
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(App.class)
			.web(WebApplicationType.NONE)
			.run(all.toArray(String[]::new))) {
			calls.accept(context);
		}
	}

	private static Timer timer(ConfigurableApplicationContext context, String uri) {
		return context.getBean(MeterRegistry.class).get("http.client.requests").tag("uri", uri).timer();
	}

	@Test
	void shouldCountCallsByTemplate() {
		run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			client.get("/me/bill/{id}", "FR1").query("a", 1).send();
			client.get("/me/bill/{id}", "FR2").send();
			assertThat(timer(context, "/me/bill/{id}").count()).isEqualTo(2);
			assertThat(timer(context, "/me/bill/{id}").getId().getTags()).contains(Tag.of("ovh.client", "default"),
					Tag.of("ovh.error", "none"), Tag.of("outcome", "SUCCESS"), Tag.of("method", "GET"));
			assertThat(timer(context, "/auth/time").count()).isOne();
		});
	}

	@Test
	void shouldCountCallsOfInterfacesByTheSame() {
		run((context) -> {
			context.getBean(MeApi.class).bill("FR1");
			context.getBean(MeApi.class).bills("x");
			assertThat(timer(context, "/me/bill/{id}").getId().getTag("ovh.client")).isEqualTo("default");
			assertThat(timer(context, "/me/bill").count()).isOne();
		});
	}

	@Test
	void shouldTellTheErrorOfTheApi() {
		run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			this.reply = Reply.error(403, "{\"errorCode\":\"NOT_GRANTED_CALL\",\"message\":\"no\"}");
			assertError(client, context, "/me", "NOT_GRANTED_CALL");
			this.reply = Reply.error(403, "{\"class\":\"Client::Forbidden\",\"message\":\"no\"}");
			assertError(client, context, "/me/bill", "Client::Forbidden");
			this.reply = Reply.of(502, "text/html", "<h1>Bad gateway</h1>");
			assertError(client, context, "/me/task", "none");
			this.reply = Reply.error(500, "{\"errorCode\":\"line\\nfeed\"}");
			assertError(client, context, "/me/order", "none");
		});
	}

	private static void assertError(OvhClient client, ConfigurableApplicationContext context, String path,
			String error) {
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(client.get(path)::send);
		assertThat(timer(context, path).getId().getTag("ovh.error")).isEqualTo(error);
		assertThat(timer(context, path).getId().getTag("outcome")).endsWith("_ERROR");
	}

	@Test
	void shouldTellNamedClientsApartAndShowTokenRequests() {
		this.server.answer((call) -> call.target().equals("/token")
				? Reply.json("{\"access_token\":\"abc\",\"expires_in\":3600}") : Reply.json("[]"));
		run((context) -> {
			context.getBean(OvhClients.class).get("canada").get("/me").send();
			assertThat(timer(context, "/me").getId().getTag("ovh.client")).isEqualTo("canada");
			assertThat(timer(context, "/token").getId().getTags()).contains(Tag.of("ovh.client", "canada"),
					Tag.of("method", "POST"));
		}, "--ovh.clients.canada.client-id=robot", "--ovh.clients.canada.client-secret=hush",
				"--ovh.clients.canada.token-uri=http://" + this.server.authority() + "/token");
	}

	@Test
	void shouldTellThatACallWasSentTwice() {
		run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			client.get("/me").send();
			assertThat(context.getBean(Recorder.class).last("ovh.attempts")).isEqualTo("none");
			this.api.setOffset(Duration.ofHours(1));
			client.get("/me").send();
			assertThat(context.getBean(Recorder.class).last("ovh.attempts")).isEqualTo("2");
		});
	}

	@Test
	void shouldTellOfEachAttempt(CapturedOutput output) {
		run((context) -> {
			this.reply = Reply.error(503, "{\"errorCode\":\"BUSY\"}");
			assertError(client(context), context, "/me", "BUSY");
			assertThat(timer(context, "/me").count()).isOne();
			assertThat(context.getBean(Recorder.class).last("ovh.attempts")).isEqualTo("3");
		}, "--ovh.retry.initial-delay=0", "--logging.level.io.github.ovhspring=debug");
		assertThat(
				output.getOut().lines().filter((line) -> line.contains("GET /me")).map((line) -> line.split(" : ")[1]))
			.satisfiesExactly(
					(line) -> assertThat(line).isEqualTo("default: GET /me attempt 1 of 3: "
							+ "503 X-Ovh-QueryID: EU.ext-3.1234, sent again after 0 ms"),
					(line) -> assertThat(line).isEqualTo("default: GET /me attempt 2 of 3: "
							+ "503 X-Ovh-QueryID: EU.ext-3.1234, sent again after 0 ms"),
					(line) -> assertThat(line)
						.matches("default: GET /me -> 503 X-Ovh-QueryID: EU.ext-3.1234 in \\d+ ms"));
	}

	@Test
	void shouldGiveCallsToElsewhereTheSameKeys() {
		run((context) -> {
			this.server.answer(Reply.json("[]"));
			context.getBean(RestClient.Builder.class)
				.build()
				.get()
				.uri(this.server.url() + "/x")
				.retrieve()
				.toBodilessEntity();
			client(context).get("/me").unauthenticated().send();
			assertThat(context.getBean(MeterRegistry.class).find("http.client.requests").timers())
				.extracting(Meter::getId)
				.allSatisfy(
						(id) -> assertThat(id.getTags()).extracting(Tag::getKey).contains("ovh.client", "ovh.error"))
				.anySatisfy((id) -> assertThat(id.getTag("ovh.client")).isEqualTo("none"));
			Observation.createNotStarted("other", context.getBean(ObservationRegistry.class)).observe(() -> {
			});
			assertThat(context.getBean(MeterRegistry.class).get("other").timer().getId().getTag("ovh.client")).isNull();
		});
	}

	@Test
	void shouldGiveOtherKindsOfHttpClientsTheSameKeys() {
		SenderContext<String> ofAnotherKind = new SenderContext<>((carrier, key, value) -> {
		});
		for (Observation.Context context : List.of(ofAnotherKind, new Observation.Context())) {
			context.setName("http.client.requests");
			assertThat(new OvhObservationFilter("http.client.requests").map(context).getLowCardinalityKeyValues())
				.containsExactlyInAnyOrder(KeyValue.of("ovh.client", "none"), KeyValue.of("ovh.error", "none"));
		}
	}

	private static OvhClient client(ConfigurableApplicationContext context) {
		return context.getBean(OvhClient.class);
	}

	@Test
	void shouldMakeCallsOfGetAllPartOfTheTrace() {
		run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			Observation job = Observation.createNotStarted("job", registry);
			job.observe(() -> {
				client(context).getAll("/me/bill/{id}", List.of(1, 2, 3), Object.class);
			});
			assertThat(context.getBean(Recorder.class).contexts)
				.filteredOn((each) -> "/me/bill/{id}".equals(each.getUriTemplate()))
				.hasSize(3)
				.allSatisfy((each) -> assertThat(each.getParentObservation()).isSameAs(job));
			client(context).getAll("/me/bill/{id}", List.of(1), Object.class);
		});
	}

	@Test
	void shouldLogOneLineForEachCall(CapturedOutput output) {
		run((context) -> {
			client(context).get("/me/bill/{id}", "FR1").send();
			this.server.close();
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(client(context).delete("/me/x")::send);
		}, "--logging.level.io.github.ovhspring.client=debug");
		assertThat(output.getOut().lines().filter((line) -> line.contains("OvhClient")))
			.anyMatch((line) -> line
				.matches(".*: default: GET /me/bill/\\{id} -> 200 X-Ovh-QueryID: EU.ext-3.1234 in \\d+ ms"))
			.anyMatch((line) -> line.matches(".*: default: DELETE /me/x -> [\\w.]+Exception in \\d+ ms"))
			.noneMatch((line) -> line.contains("FR1"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "ovh", types = MeApi.class)
	static class App {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

	}

	interface MeApi {

		@GetExchange("/me/bill/{id}")
		void bill(@PathVariable String id);

		@GetExchange("/me/bill")
		void bills(@RequestParam String category);

	}

	static class Recorder implements ObservationHandler<ClientRequestObservationContext> {

		private final List<ClientRequestObservationContext> contexts = new CopyOnWriteArrayList<>();

		@Override
		public void onStop(ClientRequestObservationContext context) {
			this.contexts.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ClientRequestObservationContext;
		}

		String last(String key) {
			return this.contexts.get(this.contexts.size() - 1)
				.getAllKeyValues()
				.stream()
				.filter((keyValue) -> keyValue.getKey().equals(key))
				.map(KeyValue::getValue)
				.findFirst()
				.orElse("none");
		}

	}

}
