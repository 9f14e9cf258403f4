package io.github.ovhspring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClientCustomizer;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.client.OvhEndpoint;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OvhAutoConfiguration}.
 */
class OvhAutoConfigurationTests {

	private static final String[] KEYS = { "ovh.application-key=" + SigningApi.APPLICATION_KEY,
			"ovh.application-secret=" + SigningApi.APPLICATION_SECRET, "ovh.consumer-key=" + SigningApi.CONSUMER_KEY };

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void prepare() {
		this.contextRunner = OvhContextRunner.in(this.folder);
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ApplicationContextRunner configured() {
		return this.contextRunner.withPropertyValues(KEYS).withPropertyValues("ovh.endpoint=" + this.server.url());
	}

	@Test
	void whenConfiguredThenSignsCallsAndAsksNothingBefore() {
		configured().run((context) -> {
			assertThat(context).hasSingleBean(OvhClient.class).hasSingleBean(OvhConnectionDetails.class);
			assertThat(this.server.accepted()).isZero();
			assertThat(context.getBean(OvhClient.class).get("/me").as(String.class)).isEqualTo("{\"ok\":true}");
			assertThat(this.server.lastCall().header("X-Ovh-Consumer")).isEqualTo(SigningApi.CONSUMER_KEY);
		});
	}

	@Test
	void whenThePortRefusesThenStartsAllTheSame() {
		this.server.close();
		configured().run((context) -> assertThat(context).hasNotFailed().hasSingleBean(OvhClient.class));
	}

	@Test
	void whenNothingIsConfiguredThenStartsWithoutAClientAndReportsWhereItLooked() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(OvhClient.class)
				.doesNotHaveBean(OvhConnectionDetails.class);
			assertThat(report(context.getBeanFactory())).contains(
					"did not find endpoint or credentials in properties ovh.*, " + this.folder.resolve("here/ovh.conf")
							+ ", " + this.folder.resolve("home/.ovh.conf") + ", " + this.folder.resolve("etc.conf"));
		});
	}

	@Test
	void whenConfiguredThenReportsWhereItLooked() {
		configured().run((context) -> assertThat(report(context.getBeanFactory()))
			.contains("found endpoint or credentials in properties ovh.*"));
	}

	@Test
	void whenProcessedAheadOfTimeThenConfigurationIsExpectedAtRunTime() {
		this.contextRunner.withSystemProperties(AbstractAotProcessor.AOT_PROCESSING + "=true")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("The OVHcloud API is configured without credentials"));
	}

	private static String report(ConfigurableListableBeanFactory beanFactory) {
		StringBuilder report = new StringBuilder();
		ConditionEvaluationReport.get(beanFactory)
			.getConditionAndOutcomesBySource()
			.values()
			.forEach((outcomes) -> outcomes.forEach((outcome) -> report.append(outcome.getOutcome()).append('\n')));
		return report.toString();
	}

	@Test
	void whenOnlySettingsAreConfiguredThenStartsWithoutAClient() {
		this.contextRunner.withPropertyValues("ovh.http.read-timeout=1s", "ovh.application-key= ")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(OvhClient.class));
	}

	@Test
	void shouldKeepToItselfWhatApplicationsHaveOfTheirOwn() {
		configured().run((context) -> {
			assertThat(context.getBeansOfType(RestClient.class)).isEmpty();
			assertThat(context.getBeanNamesForType(ClientHttpRequestFactory.class)).hasSizeLessThan(2);
		});
	}

	@Test
	void whenThereAreOtherDetailsThenTheyWin() {
		this.contextRunner.withPropertyValues("ovh.endpoint=nonsense")
			.withBean(OvhConnectionDetails.class, OtherDetails::new)
			.run((context) -> assertThat(context.getBean(OvhClient.class).endpoint()).isEqualTo(OvhEndpoint.OVH_CA));
	}

	@Test
	void whenThereIsAnotherClientThenBacksOff() {
		this.contextRunner.withPropertyValues("ovh.endpoint=nonsense")
			.withBean("mine", OvhClient.class, () -> OvhClient.builder().build())
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(OvhClient.class)
				.doesNotHaveBean(OvhConnectionDetails.class));
	}

	@Test
	void shouldApplyCustomizersBeforeTheSignature() {
		configured().withUserConfiguration(Customizers.class).run((context) -> {
			context.getBean(OvhClient.class).get("/me").send();
			assertThat(this.server.lastCall().header("X-First")).isEqualTo("1");
			assertThat(this.server.lastCall().header("X-Second")).isEqualTo("2");
			assertThat(this.server.lastCall().header("X-Ovh-Signature")).isNotNull();
		});
	}

	@Test
	void shouldUseTheSettingsOfItsOwnOverTheCommonOnes() {
		ApplicationContextRunner recording = configured().withBean(Recorder.class)
			.withPropertyValues("spring.http.clients.redirects=follow", "spring.http.clients.read-timeout=7s");
		recording.run((context) -> assertThat(context.getBean(Recorder.class).settings)
			.containsExactly(HttpClientSettings.defaults()
				.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(7))
				.withRedirects(HttpRedirects.DONT_FOLLOW)));
		recording.withPropertyValues("ovh.http.connect-timeout=1s", "ovh.http.read-timeout=2s")
			.run((context) -> assertThat(context.getBean(Recorder.class).settings)
				.containsExactly(HttpClientSettings.defaults()
					.withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2))
					.withRedirects(HttpRedirects.DONT_FOLLOW)));
	}

	@Test
	void whenConnectionDetailsHaveAnSslBundleThenItWins() {
		SslBundle bundle = SslBundle.of(SslStoreBundle.NONE);
		Recorder recorder = new Recorder();
		configured().withPropertyValues("ovh.http.ssl.bundle=production")
			.withBean(ClientHttpRequestFactoryBuilder.class, () -> recorder)
			.withBean(OvhConnectionDetails.class, () -> new OtherDetails() {

				@Override
				public SslBundle getSslBundle() {
					return bundle;
				}

			})
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(recorder.settings).extracting(HttpClientSettings::sslBundle).containsOnly(bundle);
			});
	}

	@Test
	void shouldLimitTheSizeOfAnswers() {
		this.server.answer(Reply.json("\"" + "x".repeat(2000) + "\""));
		configured().withPropertyValues("ovh.http.max-response-size=1KB")
			.run((context) -> assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
				.isThrownBy(() -> context.getBean(OvhClient.class).get("/me").as(String.class))
				.withMessageContaining("larger than 1024 bytes"));
	}

	@Test
	void whenLimitsAreNothingThenNamesTheirKeys() {
		for (String property : List.of("ovh.http.read-timeout=0", "ovh.http.connect-timeout=-1s", "ovh.concurrency=0",
				"ovh.http.max-response-size=0", "ovh.retry.max-attempts=0", "ovh.retry.initial-delay=-1s",
				"ovh.retry.max-delay=199ms", "ovh.retry.max-delay=-1s")) {
			configured().withPropertyValues(property)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.hasMessageContaining("Property " + property.split("=")[0]));
		}
	}

	private int attempts(OvhClient client) {
		int before = this.server.calls("/1.0/me").size();
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(client.get("/me")::send);
		return this.server.calls("/1.0/me").size() - before;
	}

	@Test
	void shouldRetryAsIsSetAndNamedClientsAsTheOthersUnlessTheySayOtherwise() {
		this.server.answer(Reply.error(503, "{}"));
		ApplicationContextRunner runner = configured().withPropertyValues("ovh.retry.initial-delay=0",
				"ovh.clients.canada.application-key=" + SigningApi.APPLICATION_KEY,
				"ovh.clients.canada.application-secret=" + SigningApi.APPLICATION_SECRET,
				"ovh.clients.canada.consumer-key=" + SigningApi.CONSUMER_KEY);
		runner.run((context) -> {
			assertThat(attempts(context.getBean(OvhClient.class))).isEqualTo(3);
			assertThat(attempts(context.getBean(OvhClients.class).get("canada"))).isEqualTo(3);
		});
		runner.withPropertyValues("ovh.retry.max-attempts=2", "ovh.clients.canada.retry.max-attempts=4")
			.run((context) -> {
				assertThat(attempts(context.getBean(OvhClient.class))).isEqualTo(2);
				assertThat(attempts(context.getBean(OvhClients.class).get("canada"))).isEqualTo(4);
			});
		runner.withPropertyValues("ovh.retry.enabled=false", "ovh.clients.canada.retry.enabled=true").run((context) -> {
			assertThat(attempts(context.getBean(OvhClient.class))).isEqualTo(1);
			assertThat(attempts(context.getBean(OvhClients.class).get("canada"))).isEqualTo(3);
		});
	}

	@Test
	void shouldCallAsManyAtOnceAsIsSet() {
		CyclicBarrier three = new CyclicBarrier(3);
		this.server.answer(new SigningApi((call) -> {
			ThrowingSupplier.of(three::await).get();
			return Reply.json("1");
		}));
		configured()
			.withPropertyValues("ovh.concurrency=1", "ovh.clients.canada.concurrency=3",
					"ovh.clients.canada.access-token=hush")
			.run((context) -> {
				OvhClient canada = context.getBean(OvhClients.class)
					.get("canada")
					.mutate()
					.credentials(context.getBean(OvhConnectionDetails.class).getCredentials())
					.build();
				assertThat(canada.getAll("/me/bill/{id}", List.of(1, 2, 3), Integer.class)).hasSize(3);
			});
	}

	@Test
	@EnabledForJreRange(minVersion = 21, disabledReason = "Virtual threads came with Java 21")
	void whenTheApplicationHasVirtualThreadsThenCallsOnThem() {
		List<String> threads = new CopyOnWriteArrayList<>();
		RestClientCustomizer recorder = (builder) -> builder.requestInterceptor((request, body, execution) -> {
			threads.add(Thread.currentThread().toString());
			return execution.execute(request, body);
		});
		configured().withPropertyValues("spring.threads.virtual.enabled=true")
			.withBean("recorder", RestClientCustomizer.class, () -> recorder)
			.run((context) -> context.getBean(OvhClient.class).getAll("/me/bill/{id}", List.of(1, 2), Object.class));
		assertThat(threads).isNotEmpty().allMatch((thread) -> thread.startsWith("VirtualThread"));
	}

	@Test
	void shouldReadTheVariablesOfOtherClients() {
		this.contextRunner
			.withInitializer((context) -> OvhContextRunner.environment(context, Map.of("OVH_ENDPOINT", "ovh-ca",
					"OVH_APPLICATION_KEY", "ak", "OVH_APPLICATION_SECRET", "as", "OVH_CONSUMER_KEY", "ck")))
			.run((context) -> {
				OvhConnectionDetails details = context.getBean(OvhConnectionDetails.class);
				assertThat(details.getEndpoint()).isEqualTo(OvhEndpoint.OVH_CA);
				assertThat(details.getCredentials()).isEqualTo(OvhCredentials.applicationKeys("ak", "as", "ck"));
			});
	}

	@Test
	void shouldPrintNoSecrets() {
		configured().withPropertyValues("ovh.clients.canada.access-token=hush").run((context) -> {
			String text = context.getBean(OvhConnectionDetails.class).toString() + context.getBean(OvhProperties.class)
					+ context.getBean(OvhClient.class) + context.getBean(OvhClients.class);
			assertThat(text).contains("canada")
				.doesNotContain("hush", SigningApi.APPLICATION_SECRET, SigningApi.CONSUMER_KEY);
		});
	}

	@Test
	void shouldResolvePlaceholders() {
		this.contextRunner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("vault", Map.of("vault.secret", "hush"))))
			.withPropertyValues("ovh.application-key=ak", "ovh.application-secret=${vault.secret}")
			.run((context) -> assertThat(context.getBean(OvhConnectionDetails.class).getCredentials())
				.isEqualTo(OvhCredentials.applicationKeys("ak", "hush")));
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		RestClientCustomizer first() {
			return (builder) -> builder.defaultHeader("X-First", "1");
		}

		@Bean
		OvhClientCustomizer second() {
			return (builder) -> builder.configureRestClient((restClient) -> restClient.defaultHeader("X-Second", "2"));
		}

	}

	static class Recorder implements ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> {

		private final List<HttpClientSettings> settings = new ArrayList<>();

		@Override
		public ClientHttpRequestFactory build(@Nullable HttpClientSettings settings) {
			this.settings.add(Objects.requireNonNull(settings));
			return ClientHttpRequestFactoryBuilder.simple().build(settings);
		}

	}

	static class OtherDetails implements OvhConnectionDetails {

		@Override
		public OvhEndpoint getEndpoint() {
			return OvhEndpoint.OVH_CA;
		}

		@Override
		public OvhCredentialsProvider getCredentials() {
			return OvhCredentials.anonymous();
		}

	}

}
