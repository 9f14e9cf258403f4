package io.github.ovhspring.autoconfigure.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.health.OvhHealthIndicator;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the health check, over HTTP as an operator sees it.
 */
class OvhHealthTests {

	private final CountDownLatch end = new CountDownLatch(1);

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.close();
	}

	private Reply silence() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Reply.NOTHING;
	}

	private JsonNode health(int status, String... arguments) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--management.endpoint.health.show-details=always", "--ovh.endpoint=" + this.server.url(),
				"--ovh.application-key=ak", "--ovh.application-secret=as", "--spring.main.banner-mode=off"));
		all.addAll(List.of(arguments));
		try (ConfigurableApplicationContext context = SpringApplication.run(App.class, all.toArray(String[]::new))) {
			String port = context.getEnvironment().getProperty("local.server.port");
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/ovh")).build(),
						HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(status);
			assertThat(response.body()).doesNotContain("\tat ", "\\tat ", "\"as\"");
			return new JsonMapper().readTree(response.body());
		}
	}

	@Test
	void whenTheApiAnswersThenIsUp() throws Exception {
		JsonNode health = health(200);
		assertThat(health.path("status").asString()).isEqualTo("UP");
		JsonNode details = health.path("details");
		assertThat(details.path("endpoint").asString()).isEqualTo(this.server.url());
		assertThat(details.path("serverTime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
		assertThat(details.path("clockOffset").asString()).matches("-?\\d+ms");
		assertThat(details.path("roundTripTime").asString()).matches("\\d+ms");
		assertThat(this.server.calls()).singleElement()
			.satisfies((call) -> assertThat(call.header("X-Ovh-Signature")).isNull());
	}

	@Test
	void whenTheApiIsDownThenIsDown() throws Exception {
		String port = this.server.url();
		this.server.close();
		JsonNode health = health(503);
		assertThat(health.path("status").asString()).isEqualTo("DOWN");
		assertThat(health.path("details").path("error").asString()).contains("I/O error on GET request for \"" + port)
			.endsWith("Exception)");
	}

	@Test
	void whenTheApiIsSlowThenIsDownInTime() throws Exception {
		this.server.answer((call) -> silence());
		JsonNode health = health(503, "--ovh.health.timeout=100ms");
		assertThat(health.path("details").path("error").asString()).isEqualTo("no answer within 100ms");
	}

	@Test
	void whenTheApiAnswersGarbageThenIsDown() throws Exception {
		this.server.answer((call) -> Reply.of(200, "text/html", "<h1>Welcome</h1>"));
		JsonNode health = health(503);
		assertThat(health.path("details").path("error").asString())
			.startsWith("GET /auth/time: 200 OK, but the answer ")
			.contains("<h1>Welcome</h1>");
	}

	@Test
	void whenTheApiFailsThenIsDown() throws Exception {
		this.server.answer((call) -> Reply.error(500, "{\"message\":\"Internal server error\"}"));
		JsonNode health = health(503);
		assertThat(health.path("details").path("error").asString())
			.startsWith("GET /auth/time: 500 Internal Server Error \"Internal server error\"");
	}

	@Test
	void whenSwitchedOffThenIsNotThere() throws Exception {
		assertThat(health(404, "--management.health.ovh.enabled=false").has("status")).isFalse();
		assertThat(this.server.accepted()).isZero();
	}

	@Test
	void whileOneCheckHangsThenNoneIsAddedToIt() {
		this.server.answer((call) -> silence());
		OvhClient client = OvhClient.builder()
			.endpoint(this.server.url())
			.requestFactoryBuilder(ClientHttpRequestFactoryBuilder.simple())
			.build();
		OvhHealthIndicator indicator = new OvhHealthIndicator(client, Duration.ofMillis(50));
		assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
		Awaitility.await().until(() -> this.server.calls().size() == 1);
		assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.server.calls()).hasSize(1);
		this.server.answer(new SigningApi());
		this.end.countDown();
		Awaitility.await().until(() -> indicator.health().getStatus().equals(Status.UP));
	}

	@Test
	void whenInterruptedThenIsDownAndKeepsTheFlag() {
		OvhClient client = OvhClient.builder().endpoint(this.server.url()).build();
		this.server.answer((call) -> silence());
		Thread.currentThread().interrupt();
		Health health = new OvhHealthIndicator(client, Duration.ofSeconds(5)).health();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(health.getDetails()).containsEntry("error", "interrupted");
	}

	@Test
	void whenThereAreSeveralClientsThenHasOneOfEach() throws Exception {
		try (LoopbackServer slow = LoopbackServer.start((call) -> silence())) {
			JsonNode health = health(503, "--ovh.clients.canada.endpoint=" + slow.url(),
					"--ovh.clients.canada.access-token=secret", "--ovh.clients.canada.health.timeout=100ms");
			JsonNode components = health.path("components");
			assertThat(components.propertyNames()).containsExactly("canada", "default");
			assertThat(components.path("default").path("status").asString()).isEqualTo("UP");
			assertThat(components.path("canada").path("details").path("endpoint").asString()).isEqualTo(slow.url());
			assertThat(components.path("canada").path("details").path("error").asString())
				.isEqualTo("no answer within 100ms");
		}
	}

	@Test
	void whenThereIsOneClientThenItsNameDoesNotMatter() {
		contextRunner()
			.withPropertyValues("ovh.clients.canada.access-token=secret",
					"ovh.clients.canada.endpoint=" + this.server.url())
			.run((context) -> assertThat(context).hasSingleBean(OvhHealthIndicator.class));
	}

	@Test
	void whenTheApplicationHasClientsOfItsOwnThenChecksThemByBeanName() {
		OvhClient client = OvhClient.builder().endpoint(this.server.url()).build();
		contextRunner().withBean("mine", OvhClient.class, () -> client, (definition) -> definition.setPrimary(true))
			.withBean("other", OvhClient.class, () -> client.mutate().build())
			.run((context) -> assertThat(context.getBean(CompositeHealthContributor.class).stream())
				.extracting(HealthContributors.Entry::name)
				.containsExactly("mine", "other"));
	}

	@Test
	void whenHealthIsAbsentThenBacksOff() {
		runner().withClassLoader(new FilteredClassLoader(HealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(OvhClient.class)
				.doesNotHaveBean("ovhHealthContributor"));
	}

	@Test
	void whenThereIsAnotherIndicatorThenBacksOff() {
		runner().withBean("ovhHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).doesNotHaveBean(OvhHealthIndicator.class));
	}

	@Test
	void whenTimeoutIsNothingThenNamesItsKey() {
		for (String timeout : List.of("0s", "-1s")) {
			runner().withPropertyValues("ovh.health.timeout=" + timeout)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.hasMessageContaining("Property ovh.health.timeout"));
			runner()
				.withPropertyValues("ovh.clients.canada.access-token=secret",
						"ovh.clients.canada.health.timeout=" + timeout)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.hasMessageContaining("Property ovh.clients.canada.health.timeout"));
		}
	}

	private ApplicationContextRunner runner() {
		return contextRunner().withPropertyValues("ovh.endpoint=" + this.server.url(), "ovh.application-key=ak",
				"ovh.application-secret=as");
	}

	private ApplicationContextRunner contextRunner() {
		return new ApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(OvhAutoConfiguration.class, OvhHealthContributorAutoConfiguration.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
