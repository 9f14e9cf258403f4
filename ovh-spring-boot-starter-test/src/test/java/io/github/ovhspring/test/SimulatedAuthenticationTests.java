package io.github.ovhspring.test;

import java.net.URI;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what {@link EnableOvhSimulator} says about HTTPS and authentication.
 */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "ovh.clients.canada.endpoint=ovh-ca", "ovh.clients.visitor.endpoint=ovh-eu" })
@EnableOvhSimulator(https = true, authentication = SimulatedAuthentication.SERVICE_ACCOUNT, clients = {
		@EnableOvhSimulator.Client(name = "canada", authentication = SimulatedAuthentication.CONSUMER_KEY),
		@EnableOvhSimulator.Client(name = "visitor", authentication = SimulatedAuthentication.APPLICATION_KEYS) })
class SimulatedAuthenticationTests {

	@BeforeEach
	void stub(OvhSimulator ovh) {
		ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
	}

	@Test
	void shouldConnectByHttpsAndByServiceAccount(OvhSimulator ovh, @Autowired OvhClient client) {
		assertThat(client.endpoint().uri()).hasScheme("https");
		client.get("/me").send();
		ovh.verify(getRequestedFor(urlEqualTo("/1.0/me")).withHeader("X-Ovh-Signature", absent()));
	}

	@Test
	void whenNamedClientDiffersThenHasKeysOfItsOwn(OvhSimulator ovh, @Autowired @Qualifier("canada") OvhClient canada) {
		canada.get("/me").send();
		ovh.verify(getRequestedFor(urlEqualTo("/1.0/me")).withHeader("X-Ovh-Application",
				equalTo(ovh.client("canada").application().applicationKey())));
		assertThat(ovh.client("canada").application().applicationKey()).isNotEqualTo(ovh.applicationKey());
	}

	@Test
	void whenThereIsNoConsumerKeyThenItMayCome(OvhSimulator ovh, @Autowired @Qualifier("visitor") OvhClient visitor) {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> visitor.get("/me").send());
		visitor.withConsumerKey(ovh.client("visitor").consumerKey().consumerKey()).get("/me").send();
	}

	@Test
	void shouldRegisterAnSslBundleForOthers(@Autowired SslBundles bundles) throws Exception {
		KeyStore trusted = Objects.requireNonNull(bundles.getBundle("ovh-simulator").getStores().getTrustStore());
		assertThat(trusted.containsAlias("simulator")).isTrue();
	}

	@Nested
	@EnableOvhSimulator(authentication = SimulatedAuthentication.ACCESS_TOKEN, account = true)
	class NestedTests {

		@Test
		void whenAnnotationIsItsOwnThenItCounts(OvhSimulator ovh, @Autowired OvhClient client,
				@Autowired OvhConnectionDetails details) {
			assertThat(ovh.endpoint()).startsWith("http://");
			assertThat(details.getCredentials()).isInstanceOf(OvhCredentials.AccessToken.class);
			assertThat(client.get("/me/bill").asList(String.class)).hasSize(28);
		}

	}

	@Test
	void whenAnonymousThenCallsShowNothing() {
		try (OvhSimulator ovh = OvhSimulator.start()) {
			OvhConnectionDetails details = ovh.connectionDetails(SimulatedAuthentication.ANONYMOUS, Map.of());
			assertThat(details.getCredentials()).isInstanceOf(OvhCredentials.Anonymous.class);
			assertThat(details.getTokenUri()).isEqualTo(URI.create(ovh.tokenUri()));
			assertThat(details).asString().doesNotContain(ovh.applicationSecret(), ovh.consumerKey());
		}
	}

	@Test
	void whenOnConfigurationThenItsAttributesCount() {
		try (ConfigurableApplicationContext context = SpringApplication.from(TestApplication::main)
			.with(Simulated.class)
			.run("--spring.main.web-application-type=none")
			.getApplicationContext()) {
			OvhClient client = context.getBean(OvhClient.class);
			assertThat(client.endpoint().uri()).hasScheme("https");
			assertThatExceptionOfType(OvhApiException.NotFound.class).isThrownBy(() -> client.get("/me").send());
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableOvhSimulator(https = true)
	static class Simulated {

	}

}
