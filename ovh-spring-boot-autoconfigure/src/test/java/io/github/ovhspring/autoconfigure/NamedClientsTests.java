package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClientCustomizer;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.client.OvhEndpoint;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@code ovh.clients.<name>.*}.
 */
class NamedClientsTests {

	private static final String[] UNNAMED = { "ovh.application-key=" + SigningApi.APPLICATION_KEY,
			"ovh.application-secret=" + SigningApi.APPLICATION_SECRET, "ovh.consumer-key=" + SigningApi.CONSUMER_KEY };

	private static final String[] CANADA = { "ovh.clients.canada.application-key=" + SigningApi.APPLICATION_KEY,
			"ovh.clients.canada.application-secret=" + SigningApi.APPLICATION_SECRET,
			"ovh.clients.canada.consumer-key=canadian" };

	private final LoopbackServer europe = LoopbackServer.start(new SigningApi());

	private final LoopbackServer canada = LoopbackServer.start(new SigningApi());

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
		this.europe.close();
		this.canada.close();
	}

	private ApplicationContextRunner both() {
		return this.contextRunner.withPropertyValues(UNNAMED)
			.withPropertyValues(CANADA)
			.withPropertyValues("ovh.endpoint=" + this.europe.url(),
					"ovh.clients.canada.endpoint=" + this.canada.url());
	}

	private void write(String file, String... lines) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, String.join("\n", lines));
	}

	private static OvhClient client(ApplicationContext context, String name) {
		return context.getBean(OvhClients.class).get(name);
	}

	@Test
	void shouldInjectEachByItsNameAndTheUnnamedWithoutOne() {
		both().withUserConfiguration(Service.class).run((context) -> {
			OvhClients clients = context.getBean(OvhClients.class);
			assertThat(clients.names()).containsExactly("canada");
			Service service = context.getBean(Service.class);
			assertThat(service.unnamed).isSameAs(clients.get()).isSameAs(context.getBean(OvhClient.class));
			assertThat(service.canada).isSameAs(clients.get("canada")).isSameAs(context.getBean("canadaOvhClient"));
			assertThat(service.all).containsExactly(service.unnamed);
			service.canada.get("/me").send();
			assertThat(this.canada.lastCall().header("X-Ovh-Consumer")).isEqualTo("canadian");
			assertThat(this.europe.calls()).isEmpty();
			service.unnamed.get("/me").send();
			assertThat(this.europe.lastCall().header("X-Ovh-Consumer")).isEqualTo(SigningApi.CONSUMER_KEY);
		});
	}

	@Test
	void whenANameIsUnknownThenNamesThoseThatAreKnown() {
		both().withPropertyValues("ovh.clients.asia.access-token=hush").run((context) -> {
			OvhClients clients = context.getBean(OvhClients.class);
			assertThatIllegalArgumentException().isThrownBy(() -> clients.get("australia"))
				.withMessage("There is no OvhClient 'australia'. Known names are: canada, asia. "
						+ "Configure it by 'ovh.clients.australia.*'.");
			assertThat(clients.toString()).doesNotContain("hush");
		});
	}

	@Test
	void whenThereAreNoNamesThenHasTheUnnamedAlone() {
		this.contextRunner.withPropertyValues("ovh.access-token=hush").run((context) -> {
			OvhClients clients = context.getBean(OvhClients.class);
			assertThat(clients.names()).isEmpty();
			assertThat(clients.get()).isSameAs(context.getBean(OvhClient.class));
			assertThatIllegalArgumentException().isThrownBy(() -> clients.get("canada"))
				.withMessageContaining("Known names are: none.");
		});
	}

	@Test
	void whenNothingIsConfiguredThenThereIsNone() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(OvhClients.class));
	}

	@Test
	void whenOnlyNamesHaveCredentialsThenThereIsNoUnnamed() {
		this.contextRunner.withPropertyValues("ovh.endpoint=ovh-ca", "ovh.clients.canada.access-token=hush")
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean("ovhClient");
				assertThat(client(context, "canada").endpoint()).isEqualTo(OvhEndpoint.OVH_CA);
				assertThatExceptionOfType(UnsatisfiedDependencyException.class)
					.isThrownBy(() -> context.getBeanFactory().createBean(Service.class));
				assertThatIllegalStateException().isThrownBy(() -> context.getBean(OvhClients.class).get())
					.withMessage("There is no OvhClient without a name. Known names are: canada. "
							+ "Configure one by 'ovh.*'.");
			});
	}

	@Test
	void shouldInheritSettingsButNoCredentials() {
		this.canada.answer(Reply.json("\"" + "x".repeat(2000) + "\""));
		this.europe.answer(Reply.json("\"" + "x".repeat(2000) + "\""));
		both().withPropertyValues("ovh.http.max-response-size=1KB", "ovh.clients.canada.http.max-response-size=4KB")
			.run((context) -> {
				assertTooLarge(context.getBean(OvhClient.class));
				assertThat(client(context, "canada").get("/me").unauthenticated().as(String.class)).hasSize(2002 - 2);
			});
		both().withPropertyValues("ovh.http.max-response-size=1KB")
			.run((context) -> assertTooLarge(client(context, "canada")));
		assertFailure("Client 'canada' of the OVHcloud API is configured without credentials. Looked in properties "
				+ "ovh.clients.canada.*, ", "ovh.access-token=hush", "ovh.clients.canada.endpoint=ovh-ca");
	}

	private static void assertTooLarge(OvhClient client) {
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> client.get("/me").unauthenticated().as(String.class))
			.withMessageContaining("larger than 1024 bytes");
	}

	private void assertFailure(String description, String... properties) {
		this.contextRunner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			String actual = failure(context.getStartupFailure()).analysis().getDescription();
			assertThat(actual).startsWith(description).doesNotContain("hush");
			assertThat(StartupMessagesTests.documentedMessages()).as(actual).anyMatch(actual::matches);
		});
	}

	private static FailureAnalyzedException failure(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailureAnalyzedException analyzed) {
				return analyzed;
			}
		}
		throw new AssertionError("Not analyzed", failure);
	}

	@Test
	void shouldServeEachBySectionOfItsEndpoint() throws IOException {
		write("home/.ovh.conf", "[default]", "endpoint=" + this.europe.url(), "[" + this.europe.url() + "]",
				"application_key=" + SigningApi.APPLICATION_KEY, "application_secret=" + SigningApi.APPLICATION_SECRET,
				"consumer_key=" + SigningApi.CONSUMER_KEY, "[" + this.canada.url() + "]", "client_id=robot",
				"client_secret=hush", "token_uri=http://" + this.canada.authority() + "/token");
		this.canada.answer((call) -> call.target().equals("/token")
				? Reply.json("{\"access_token\":\"abc\",\"expires_in\":3600}") : Reply.json("{}"));
		this.contextRunner.withPropertyValues("ovh.clients.canada.endpoint=" + this.canada.url()).run((context) -> {
			context.getBean(OvhClient.class).get("/me").send();
			assertThat(this.europe.lastCall().header("X-Ovh-Signature")).isNotNull();
			client(context, "canada").get("/me").send();
			assertThat(this.canada.calls()).extracting(Call::target).containsExactly("/token", "/1.0/me");
			assertThat(this.canada.calls().get(0).header("Authorization")).isEqualTo("Basic cm9ib3Q6aHVzaA==");
			assertThat(this.canada.lastCall().header("Authorization")).isEqualTo("Bearer abc");
			assertThat(this.canada.lastCall().header("X-Ovh-Application")).isNull();
		});
	}

	@Test
	void shouldHaveAServiceAccountOnOneEndpointBesideKeysOnAnother() throws IOException {
		write("here/ovh.conf", "[default]", "endpoint=ovh-eu", "[ovh-eu]", "application_key=ak",
				"application_secret=as", "consumer_key=ck", "[ovh-ca]", "client_id=robot", "client_secret=hush");
		this.contextRunner.withPropertyValues("ovh.clients.shop.endpoint=ovh-ca").run((context) -> {
			assertThat(context.getBean(OvhConnectionDetails.class)).isEqualTo(new PropertiesOvhConnectionDetails(
					OvhEndpoint.OVH_EU, OvhCredentials.applicationKeys("ak", "as", "ck"), null));
			assertThat(details(context)).isEqualTo(new PropertiesOvhConnectionDetails(OvhEndpoint.OVH_CA,
					OvhCredentials.serviceAccount("robot", "hush"), null));
			assertThat(context.getBean(OvhClients.class).get().endpoint()).isEqualTo(OvhEndpoint.OVH_EU);
			assertThat(client(context, "shop").endpoint()).isEqualTo(OvhEndpoint.OVH_CA);
		});
	}

	@Test
	void whenPropertiesAreWholeThenTakesNoKeyOfAnotherApplicationFromAFile() throws IOException {
		write("etc.conf", "[ovh-eu]", "consumer_key=other", "client_id=other", "client_secret=other");
		assertCredentials(OvhCredentials.applicationKeys("ak", "as"), "ovh.clients.shop.application-key=ak",
				"ovh.clients.shop.application-secret=as");
		assertCredentials(OvhCredentials.accessToken("at"), "ovh.clients.shop.access-token=at");
		write("etc.conf", "[ovh-ca]", "application_secret=file", "consumer_key=file");
		assertCredentials(OvhCredentials.applicationKeys("ak", "file", "file"), "ovh.clients.shop.endpoint=ovh-ca",
				"ovh.clients.shop.application-key=ak");
	}

	private void assertCredentials(OvhCredentials credentials, String... properties) {
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> assertThat(details(context).credentials()).isEqualTo(credentials));
	}

	private static PropertiesOvhConnectionDetails details(ApplicationContext context) {
		return PropertiesOvhConnectionDetails.of(context.getBean(OvhSettings.class).client("shop"), null);
	}

	@Test
	void shouldReadAConfigFileOfItsOwn() throws IOException {
		write("here/shop.conf", "[default]", "endpoint=ovh-ca", "[ovh-ca]", "access_token=shop");
		write("here/common.conf", "[default]", "endpoint=ovh-us", "[ovh-us]", "access_token=common");
		write("here/ovh.conf", "[default]", "endpoint=ovh-us", "[ovh-us]", "access_token=here");
		this.contextRunner
			.withPropertyValues("ovh.config-file=common.conf", "ovh.clients.shop.config-file=shop.conf",
					"ovh.clients.office.http.read-timeout=7s")
			.run((context) -> {
				assertThat(context.getBean(OvhClient.class).endpoint()).isEqualTo(OvhEndpoint.OVH_US);
				assertThat(client(context, "shop").endpoint()).isEqualTo(OvhEndpoint.OVH_CA);
				assertThat(details(context).credentials()).isEqualTo(OvhCredentials.accessToken("shop"));
				assertThat(client(context, "office").endpoint()).isEqualTo(OvhEndpoint.OVH_US);
			});
		write("here/shop.conf", "[ovh-eu]", "access_token=shop");
		this.contextRunner.withPropertyValues("ovh.endpoint=ovh-eu", "ovh.clients.shop.config-file=shop.conf")
			.run((context) -> assertThat(details(context)).isEqualTo(
					new PropertiesOvhConnectionDetails(OvhEndpoint.OVH_EU, OvhCredentials.accessToken("shop"), null)));
		assertFailure("The configuration of the OVHcloud API cannot be read. File '"
				+ this.folder.resolve("here/none.conf") + "' does not exist", "ovh.clients.shop.config-file=none.conf");
	}

	@Test
	void shouldInheritTheTokenEndpointWithTheEndpointOnly() {
		String[] shop = { "ovh.token-uri=https://auth.example.com/token", "ovh.clients.shop.client-id=id",
				"ovh.clients.shop.client-secret=hush" };
		this.contextRunner.withPropertyValues(shop)
			.run((context) -> assertThat(details(context).getTokenUri()).hasToString("https://auth.example.com/token"));
		this.contextRunner.withPropertyValues(shop)
			.withPropertyValues("ovh.clients.shop.endpoint=ovh-ca")
			.run((context) -> assertThat(details(context).getTokenUri()).isNull());
		this.contextRunner.withPropertyValues(shop)
			.withPropertyValues("ovh.clients.shop.token-uri=https://shop.example.com/token")
			.run((context) -> assertThat(details(context).getTokenUri()).hasToString("https://shop.example.com/token"));
	}

	@Test
	void shouldReadVariables() {
		Map<String, Object> variables = new HashMap<>(
				Map.of("OVH_CLIENTS_CANADA_ENDPOINT", this.canada.url(), "OVH_CLIENTS_CANADA_APPLICATION_KEY",
						SigningApi.APPLICATION_KEY, "OVH_CLIENTS_CANADA_APPLICATION_SECRET",
						SigningApi.APPLICATION_SECRET, "OVH_CLIENTS_CANADA_CONSUMER_KEY", "canadian",
						"OVH_CLIENTS_MYSHOP_ACCESSTOKEN", "hush", "OVH_CLIENTS_MY_OFFICE_ACCESS_TOKEN", "hush"));
		this.contextRunner.withInitializer((context) -> OvhContextRunner.environment(context, variables))
			.withPropertyValues("ovh.clients.my-shop.endpoint=ovh-ca", "ovh.clients.my-office.endpoint=ovh-us")
			.run((context) -> {
				assertThat(context.getBean(OvhClients.class).names()).containsExactlyInAnyOrder("canada", "my-shop",
						"my-office");
				client(context, "canada").get("/me").send();
				assertThat(this.canada.lastCall().header("X-Ovh-Consumer")).isEqualTo("canadian");
			});
	}

	@Test
	void whenVariablesWinThenNamesAreStillSpeltAsInTheFile() {
		this.contextRunner.withInitializer(
				(context) -> OvhContextRunner.environment(context, Map.of("OVH_CLIENTS_MYSHOP_ACCESSTOKEN", "hush")))
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("yaml", Map.of("ovh.clients.my-shop.endpoint", "ovh-ca"))))
			.run((context) -> assertThat(client(context, "my-shop").endpoint()).isEqualTo(OvhEndpoint.OVH_CA));
	}

	@Test
	void shouldKeepTheCaseOfNames() {
		this.contextRunner
			.withPropertyValues("ovh.clients.myShop.access-token=hush", "ovh.clients.myShop.endpoint=ovh-ca",
					"ovh.clients.myShop.http.read-timeout=7s")
			.run((context) -> assertThat(client(context, "myShop").endpoint()).isEqualTo(OvhEndpoint.OVH_CA));
	}

	@Test
	void whenANameCannotBeOneThenSaysSo() {
		assertFailure("'ovh.clients.my_shop' does not name a client.", "ovh.clients[my_shop].access-token=hush");
		assertFailure("'ovh.clients.my_shop' does not name a client.", "ovh.clients.my_shop.access-token=hush");
		assertFailure("'ovh.clients.default' is not for use: the default client is that of 'ovh.*'.",
				"ovh.clients.default.access-token=hush");
	}

	@Test
	void whenOneIsHalfThenNamesItsKeys() {
		assertFailure("'ovh.clients.canada.application-key' (\"ovh.clients.canada.application-key\" from property "
				+ "source \"test\") is set, but 'ovh.clients.canada.application-secret' is not: the two belong together.",
				"ovh.clients.canada.application-key=hush");
		assertFailure(
				"'ovh.clients.canada.endpoint' (\"ovh.clients.canada.endpoint\" from property source \"test\") "
						+ "is not an endpoint. Unknown endpoint 'mars'.",
				"ovh.clients.canada.endpoint=mars", "ovh.clients.canada.access-token=hush");
		this.contextRunner
			.withPropertyValues("ovh.clients.canada.http.read-timeout=0", "ovh.clients.canada.access-token=hush")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Property ovh.clients.canada.http.read-timeout"));
	}

	@Test
	void shouldTellCustomizersTheName() {
		List<String> names = new ArrayList<>();
		OvhClientCustomizer everyone = (builder) -> names.add("?");
		both().withBean("everyone", OvhClientCustomizer.class, () -> everyone)
			.withBean("eachByName", OvhClientCustomizer.class, () -> new OvhClientCustomizer() {

				@Override
				public void customize(OvhClient.Builder builder) {
					throw new AssertionError();
				}

				@Override
				public void customize(String name, OvhClient.Builder builder) {
					names.add(name);
				}

			})
			.run((context) -> assertThat(names).containsExactlyInAnyOrder("default", "?", "canada", "?"));
	}

	@Test
	void shouldAskTheSourceOfCredentialsWithTheName() {
		both().withUserConfiguration(CanadianVault.class).run((context) -> {
			client(context, "canada").get("/me").send();
			assertThat(this.canada.lastCall().header("X-Ovh-Consumer")).isEqualTo("vault");
			context.getBean(OvhClient.class).get("/me").send();
			assertThat(this.europe.lastCall().header("X-Ovh-Consumer")).isEqualTo(SigningApi.CONSUMER_KEY);
		});
		this.contextRunner.withUserConfiguration(CanadianVault.class)
			.withPropertyValues("ovh.clients.canada.endpoint=" + this.canada.url())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("ovhClient"));
	}

	@Test
	void whenThereAreSeveralSourcesOfCredentialsThenTakesThePrimary() {
		this.contextRunner.withUserConfiguration(CanadianVault.class)
			.withBean("first", OvhCredentialsProvider.class, () -> () -> OvhCredentials.accessToken("first"),
					(definition) -> definition.setPrimary(true))
			.withBean("second", OvhCredentialsProvider.class, () -> () -> OvhCredentials.accessToken("second"))
			.withPropertyValues("ovh.clients.canada.endpoint=" + this.canada.url())
			.run((context) -> assertThat(context.getBean(OvhConnectionDetails.class).getCredentials().getCredentials())
				.isEqualTo(OvhCredentials.accessToken("first")));
	}

	@Test
	void whenDetailsKnowTheClientThenTheyWin() {
		this.contextRunner.withBean(OvhConnectionDetails.class, () -> new Details(OvhEndpoint.OVH_EU))
			.withPropertyValues("ovh.clients.canada.endpoint=nonsense")
			.run((context) -> assertThat(client(context, "canada").endpoint()).isEqualTo(OvhEndpoint.OVH_CA));
	}

	@Test
	void whenTheApplicationHasItsOwnThenBacksOff() {
		both().withBean("mine", OvhClients.class, () -> new DefaultOvhClients(() -> null, Map.of()))
			.run((context) -> assertThat(context).hasSingleBean(OvhClients.class).doesNotHaveBean("canadaOvhClient"));
	}

	@Test
	void whenTheApplicationMakesOneOfThemItsOwnThenThatIsTheUnnamed() {
		this.contextRunner.withUserConfiguration(Chosen.class)
			.withPropertyValues("ovh.clients.canada.access-token=hush", "ovh.endpoint=ovh-ca")
			.run((context) -> assertThat(context.getBean(OvhClients.class).get())
				.isSameAs(context.getBean(OvhClients.class).get("canada")));
	}

	@Configuration(proxyBeanMethods = false)
	static class Service {

		private final OvhClient unnamed;

		private final OvhClient canada;

		private final List<OvhClient> all;

		Service(OvhClient unnamed, @Qualifier("canada") OvhClient canada, List<OvhClient> all) {
			this.unnamed = unnamed;
			this.canada = canada;
			this.all = all;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CanadianVault {

		@Bean
		@Qualifier("canada")
		OvhCredentialsProvider vault() {
			return () -> OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY, SigningApi.APPLICATION_SECRET,
					"vault");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Chosen {

		@Bean
		OvhClient chosen(OvhClients clients) {
			return clients.get("canada");
		}

	}

	record Details(OvhEndpoint endpoint) implements OvhConnectionDetails {

		@Override
		public OvhEndpoint getEndpoint() {
			return this.endpoint;
		}

		@Override
		public OvhCredentialsProvider getCredentials() {
			return OvhCredentials.anonymous();
		}

		@Override
		public OvhConnectionDetails getClient(String name) {
			return new Details(OvhEndpoint.OVH_CA);
		}

	}

}
