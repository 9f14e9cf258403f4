package io.github.ovhspring.customers;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ClientHttpRequestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a service that uses a service account on {@code ovh-ca} beside application
 * keys on {@code ovh-eu}, both from one {@code ovh.conf}. OVHcloud's hosts are folders of
 * a server on loopback.
 */
class TwoEndpointsTests {

	private final LoopbackServer server = LoopbackServer.start(TwoEndpointsTests::answer);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private static Reply answer(Call call) {
		return switch (call.target()) {
			case "/eu.api.ovh.com/1.0/auth/time" -> SigningApi.time();
			case "/eu.api.ovh.com/1.0/dedicated/server" -> Reply.json("[\"ns1.eu\"]");
			case "/ca.ovh.com/auth/oauth2/token" ->
				Reply.json("{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"expires_in\":3599}");
			case "/ca.api.ovh.com/1.0/dedicated/server" -> Reply.json("[\"ns1.ca\"]");
			default -> Reply.error(404, "{\"message\":\"" + call.target() + "\"}");
		};
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ClientHttpRequestFactoryBuilder<?> loopback() {
		return (settings) -> {
			ClientHttpRequestFactory http = ClientHttpRequestFactoryBuilder.jdk().build(settings);
			return (uri, method) -> http.createRequest(
					URI.create("http://" + this.server.authority() + "/" + uri.getHost() + uri.getRawPath()), method);
		};
	}

	private ConfigurableApplicationContext start(Path conf) {
		SpringApplication application = new SpringApplication(App.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addInitializers((GenericApplicationContext context) -> context
			.registerBean(ClientHttpRequestFactoryBuilder.class, this::loopback));
		return application.run("--ovh.config-file=" + conf, "--ovh.clients.canada.endpoint=ovh-ca",
				"--spring.main.banner-mode=off");
	}

	@Test
	void shouldUseAServiceAccountOnOneBesideKeysOnTheOther() throws Exception {
		Path conf = write("[default]", "endpoint=ovh-eu", "[ovh-eu]", "application_key=" + SigningApi.APPLICATION_KEY,
				"application_secret=" + SigningApi.APPLICATION_SECRET, "consumer_key=" + SigningApi.CONSUMER_KEY,
				"[ovh-ca]", "client_id=robot", "client_secret=hush");
		try (ConfigurableApplicationContext context = start(conf)) {
			assertThat(this.server.accepted()).isZero();
			assertThat(context.getBean(Inventory.class).servers()).containsExactly("ns1.eu", "ns1.ca");
		}
		assertThat(this.server.calls()).extracting(Call::target)
			.containsExactly("/eu.api.ovh.com/1.0/auth/time", "/eu.api.ovh.com/1.0/dedicated/server",
					"/ca.ovh.com/auth/oauth2/token", "/ca.api.ovh.com/1.0/dedicated/server");
		Call europe = this.server.calls().get(1);
		assertThat(europe.header("X-Ovh-Signature"))
			.isEqualTo(signature("https://eu.api.ovh.com/1.0/dedicated/server", europe.header("X-Ovh-Timestamp")));
		assertThat(europe.headers()).doesNotContainKey("Authorization");
		assertThat(this.server.calls().get(2).header("Authorization")).isEqualTo("Basic cm9ib3Q6aHVzaA==");
		Call canada = this.server.calls().get(3);
		assertThat(canada.header("Authorization")).isEqualTo("Bearer abc");
		assertThat(canada.headers()).doesNotContainKeys("X-Ovh-Application", "X-Ovh-Consumer", "X-Ovh-Signature");
	}

	private Path write(String... lines) throws IOException {
		return Files.writeString(this.folder.resolve("ovh.conf"), String.join("\n", lines));
	}

	private static String signature(String url, @Nullable String timestamp) throws Exception {
		String signed = String.join("+", SigningApi.APPLICATION_SECRET, SigningApi.CONSUMER_KEY, "GET", url, "",
				Objects.requireNonNull(timestamp));
		byte[] hash = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
		return "$1$" + HexFormat.of().formatHex(hash);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Inventory.class)
	static class App {

	}

	static class Inventory {

		private final OvhClient europe;

		private final OvhClient canada;

		Inventory(OvhClient europe, @Qualifier("canada") OvhClient canada) {
			this.europe = europe;
			this.canada = canada;
		}

		List<String> servers() {
			return Stream.of(this.europe, this.canada)
				.flatMap((ovh) -> ovh.get("/dedicated/server").asList(String.class).stream())
				.toList();
		}

	}

}
