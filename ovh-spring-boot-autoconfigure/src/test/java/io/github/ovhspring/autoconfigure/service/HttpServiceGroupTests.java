package io.github.ovhspring.autoconfigure.service;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.autoconfigure.service.ServiceApis.CatalogApi;
import io.github.ovhspring.autoconfigure.service.ServiceApis.Me;
import io.github.ovhspring.autoconfigure.service.ServiceApis.MeApi;
import io.github.ovhspring.autoconfigure.service.ServiceApis.State;
import io.github.ovhspring.autoconfigure.service.ServiceApis.VersionsApi;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.conf.OvhConfLocations;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for HTTP service interfaces in group {@code ovh}, over a server that checks their
 * signatures.
 */
class HttpServiceGroupTests {

	private static final String ME = "{\"firstname\":\"Ada\"}";

	private final SigningApi api = new SigningApi((call) -> this.reply);

	private final LoopbackServer server = LoopbackServer.start(this.api);

	private volatile Reply reply = Reply.json(ME);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(OvhAutoConfiguration.class, OvhHttpServiceAutoConfiguration.class,
					HttpServiceClientAutoConfiguration.class, HttpServiceClientPropertiesAutoConfiguration.class,
					RestClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
					JacksonAutoConfiguration.class))
			.withBean(OvhConfLocations.class, () -> new OvhConfLocations(this.folder, this.folder, this.folder))
			.withUserConfiguration(App.class);
	}

	private ApplicationContextRunner configured() {
		return runner().withPropertyValues("ovh.endpoint=" + this.server.url(),
				"ovh.application-key=" + SigningApi.APPLICATION_KEY,
				"ovh.application-secret=" + SigningApi.APPLICATION_SECRET,
				"ovh.consumer-key=" + SigningApi.CONSUMER_KEY);
	}

	private void call(Consumer<MeApi> calls) {
		configured().run((context) -> calls.accept(context.getBean(MeApi.class)));
	}

	private Call last() {
		return this.server.lastCall();
	}

	@Test
	void shouldSendCallsAgain() {
		this.reply = Reply.error(503, "{}");
		call((me) -> assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(me::me)
			.withMessageStartingWith("GET /me: 503 Service Unavailable after 3 attempts"));
		assertThat(this.server.calls("/1.0/me")).hasSize(3);
	}

	@Test
	void shouldSignAndShareTheClock() {
		configured().run((context) -> {
			assertThat(this.server.accepted()).isZero();
			assertThat(context.getBean(MeApi.class).me()).isEqualTo(new Me("Ada"));
			context.getBean(OvhClient.class).get("/me").send();
			assertThat(this.server.calls()).extracting(Call::target)
				.containsExactly("/1.0/auth/time", "/1.0/me", "/1.0/me");
		});
	}

	@Test
	void shouldKeepPathVariablesInTheirSegment() {
		call((api) -> {
			api.bill("a/b+c é?#");
			assertThat(last().target()).isEqualTo("/1.0/me/bill/a%2Fb%2Bc%20%C3%A9%3F%23");
			assertThatIllegalArgumentException().isThrownBy(() -> api.bill(""))
				.withMessageContaining("'/me/bill/{id}' needs a value for '{id}'");
			assertThatIllegalArgumentException().isThrownBy(() -> api.bill(".."));
		});
	}

	@Test
	void shouldWriteQueryParametersAsOvhClientDoes() {
		this.reply = Reply.json("[]");
		call((api) -> {
			api.bills(LocalDate.of(2026, 1, 31), List.of("a&b", "c"), true);
			assertThat(last().target())
				.isEqualTo("/1.0/me/bill?date.from=2026-01-31&category=a%26b&category=c&paid=true");
			api.bills(null, null, null);
			assertThat(last().target()).isEqualTo("/1.0/me/bill");
			api.log(OffsetDateTime.parse("2026-01-31T10:00:00+01:00"), Instant.parse("2026-02-01T00:00:00Z"), "");
			assertThat(last().target())
				.isEqualTo("/1.0/me/log?since=2026-01-31T10%3A00%3A00%2B01%3A00&until=2026-02-01T00%3A00%3A00Z&text=");
		});
	}

	@Test
	void shouldReturnWhateverMethodsReturn() {
		call((api) -> {
			assertThat(api.entity().getHeaders().getFirst("X-Ovh-QueryID")).isEqualTo("EU.ext-3.1234");
			assertThat(api.entity().getBody()).isEqualTo(new Me("Ada"));
			assertThat(api.maybe()).contains(new Me("Ada"));
			assertThat(api.json().path("firstname").asString()).isEqualTo("Ada");
			api.update(new Me("Grace"));
			assertThat(last().text()).isEqualTo("{\"firstname\":\"Grace\"}");
			assertThat(last().header("Content-Type")).isEqualTo("application/json");
			this.reply = Reply.json("[]");
			assertThat(api.tasks(State.TO_DO)).isEmpty();
			assertThat(last().target()).isEqualTo("/1.0/me/task?state=toDo");
			this.reply = Reply.empty(204);
			assertThat(api.maybe()).isEmpty();
			assertThat(api.delete().getStatusCode().value()).isEqualTo(204);
			assertThat(last().header("Content-Type")).isNull();
		});
	}

	@Test
	void whenTheAnswerIsEmptyThenTheMethodSaysWhetherThatMayBe() {
		for (Reply empty : List.of(Reply.empty(200), Reply.json("null"))) {
			this.reply = empty;
			call((api) -> {
				assertThat(api.maybe()).isEmpty();
				assertThat(api.orNull()).isNull();
				assertThat(api.bills(null, null, null)).isEmpty();
				assertThat(api.tasks(State.TO_DO)).isEmpty();
				assertThatExceptionOfType(OvhApiException.UnreadableResponse.class).isThrownBy(api::me)
					.withMessageContaining(
							"GET /me: 200 OK, but the answer is empty: return Optional where that may be");
			});
		}
	}

	@Test
	void shouldCallEveryVersionFromOneInterface() {
		configured().run((context) -> {
			VersionsApi versions = context.getBean(VersionsApi.class);
			versions.first();
			assertThat(last().target()).isEqualTo("/v1/me");
			this.reply = Reply.json("[]");
			versions.second();
			assertThat(last().target()).isEqualTo("/v2/iam/policy");
			versions.unprefixed();
			assertThat(last().target()).isEqualTo("/1.0/cloud/project");
		});
	}

	@Test
	void shouldFailAsOvhClientDoes() {
		this.reply = Reply.error(404, "{\"message\":\"This bill does not exist\"}");
		call((api) -> assertThatExceptionOfType(OvhApiException.NotFound.class).isThrownBy(() -> api.bill("x"))
			.withMessage(
					"GET /me/bill/{id}: 404 Not Found \"This bill does not exist\" (X-Ovh-QueryID: EU.ext-3.1234)"));
		call((api) -> assertThatExceptionOfType(OvhApiException.NotFound.class)
			.isThrownBy(() -> api.bills(LocalDate.EPOCH, null, null))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("/me/bill")));
	}

	@Test
	void whenTheAnswerDoesNotFitThenIsUnreadable() {
		for (Reply unreadable : List.of(Reply.json("[1]"), Reply.of(200, "text/html", "<h1>Hello</h1>"))) {
			this.reply = unreadable;
			call((api) -> {
				assertThatExceptionOfType(OvhApiException.UnreadableResponse.class).isThrownBy(api::me)
					.withMessageContaining("GET /me: 200 OK, but the answer cannot be read as "
							+ "io.github.ovhspring.autoconfigure.service.ServiceApis$Me");
				assertThatExceptionOfType(OvhApiException.UnreadableResponse.class).isThrownBy(api::entity);
			});
		}
		this.reply = Reply.NOTHING;
		call((api) -> assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(api::me));
	}

	@Test
	void whenUnauthenticatedThenSendsTheApplicationKeyAlone() {
		configured().run((context) -> {
			context.getBean(MeApi.class).open();
			assertUnsigned("/1.0/me/rpc");
			this.reply = Reply.json("[]");
			context.getBean(CatalogApi.class).all();
			assertUnsigned("/1.0/order/catalog/public");
			assertThat(this.server.calls("/1.0/auth/time")).isEmpty();
		});
	}

	private void assertUnsigned(String target) {
		assertThat(last().target()).isEqualTo(target);
		assertThat(last().header("X-Ovh-Application")).isEqualTo(SigningApi.APPLICATION_KEY);
		assertThat(last().headers()).doesNotContainKeys("X-Ovh-Signature", "X-Ovh-Consumer");
	}

	@Test
	void whenAnInterceptorAddsAParameterThenItIsSigned() {
		RestClientCustomizer customizer = (builder) -> builder
			.requestInterceptor((request, body, execution) -> execution.execute(withParameter(request), body));
		configured().withBean("adds", RestClientCustomizer.class, () -> customizer).run((context) -> {
			assertThat(context.getBean(MeApi.class).me()).isEqualTo(new Me("Ada"));
			assertThat(last().target()).isEqualTo("/1.0/me?added=1");
		});
	}

	private static HttpRequest withParameter(HttpRequest request) {
		if (request.getURI().getPath().endsWith("/auth/time")) {
			return request;
		}
		return new HttpRequestWrapper(request) {

			@Override
			public URI getURI() {
				return UriComponentsBuilder.fromUri(super.getURI()).queryParam("added", "1").build(true).toUri();
			}

		};
	}

	@Test
	void shouldNotFollowRedirectsWhateverIsSet() {
		try (LoopbackServer elsewhere = LoopbackServer.start((call) -> Reply.json(ME))) {
			this.reply = Reply.of(302, "", "", "Location: " + elsewhere.url() + "/me");
			configured()
				.withPropertyValues("spring.http.serviceclient.ovh.redirects=follow",
						"spring.http.clients.redirects=follow")
				.run((context) -> assertThatExceptionOfType(OvhApiException.class)
					.isThrownBy(context.getBean(MeApi.class)::me)
					.withMessageContaining("302"));
			assertThat(elsewhere.accepted()).isZero();
		}
	}

	@Test
	void shouldUseTheTimeoutOfTheGroup() {
		CountDownLatch end = new CountDownLatch(1);
		this.server.answer((call) -> {
			if (call.target().endsWith("/me")) {
				try {
					end.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			return this.api.apply(call);
		});
		configured()
			.withPropertyValues("spring.http.serviceclient.ovh.read-timeout=100ms",
					"spring.http.serviceclient.ovh.default-header.x-mine=yes")
			.run((context) -> {
				assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(context.getBean(MeApi.class)::me);
				assertThat(last().header("X-Mine")).isEqualTo("yes");
			});
		end.countDown();
	}

	@Test
	void whenTheAddressIsAnotherThenRefusesBeforeAnythingIsSent() {
		configured().run((context) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> context.getBean(VersionsApi.class).anywhere(URI.create("http://127.0.0.1:1/1.0/me")))
			.withMessageContaining("127.0.0.1:1"));
		assertThat(this.server.accepted()).isZero();
	}

	@Test
	void whenBaseUrlIsThatOfTheEndpointThenIsFineAndAnotherIsRefused() {
		configured().withPropertyValues("spring.http.serviceclient.ovh.base-url=" + this.server.url())
			.run((context) -> assertThat(context.getBean(MeApi.class).me()).isEqualTo(new Me("Ada")));
		configured().withPropertyValues("spring.http.serviceclient.ovh.base-url=https://api.example.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getReason())
							.startsWith("Must be " + this.server.url() + " or left out")));
	}

	@Test
	void whenNamedAfterAClientThenCallsByIt() {
		configured().withUserConfiguration(Canada.class)
			.withPropertyValues("ovh.clients.canada.access-token=abc")
			.run((context) -> {
				this.server.answer(Reply.json(ME));
				assertThat(context.getBean(CanadaApi.class).me()).isEqualTo(new Me("Ada"));
				assertThat(last().header("Authorization")).isEqualTo("Bearer abc");
			});
	}

	@Test
	void whenThereIsNoClientThenStartsAndSaysSoWhenCalled() {
		runner().run((context) -> assertThatIllegalStateException().isThrownBy(context.getBean(MeApi.class)::me)
			.withMessage(
					"HTTP service group 'ovh' has no OvhClient that could sign its calls: configure one by 'ovh.*'"));
		configured().withBean("mock", OvhClient.class, () -> Mockito.mock(OvhClient.class))
			.run((context) -> assertThatIllegalStateException().isThrownBy(context.getBean(MeApi.class)::me)
				.withMessageContaining("has no OvhClient that could sign"));
	}

	@Test
	void shouldLeaveOtherGroupsAlone() {
		runner().withUserConfiguration(Other.class)
			.withPropertyValues("spring.http.serviceclient.ovh-other.base-url=" + this.server.url(),
					"ovh.access-token=hush", "ovh.endpoint=" + this.server.url())
			.run((context) -> {
				this.server.answer(Reply.json("{}"));
				assertThat(Optional.ofNullable(context.getBean(OtherApi.class).get())).isPresent();
				assertThat(last().header("Authorization")).isNull();
			});
	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh", types = { MeApi.class, VersionsApi.class, CatalogApi.class })
	static class App {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh-canada", types = CanadaApi.class)
	static class Canada {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh-other", types = OtherApi.class)
	static class Other {

	}

	interface CanadaApi {

		@GetExchange("/me")
		Me me();

	}

	interface OtherApi {

		@GetExchange("/other")
		String get();

	}

}
