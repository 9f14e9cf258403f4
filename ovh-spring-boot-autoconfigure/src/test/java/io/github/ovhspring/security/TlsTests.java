package io.github.ovhspring.security;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.Certificate;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Certificates are checked before a byte of a call is sent, on each HTTP client.
 */
class TlsTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	@SuppressWarnings("NullAway.Init")
	private static Certificate own;

	@SuppressWarnings("NullAway.Init")
	private static Certificate ofAnotherHost;

	private final SigningApi api = new SigningApi("https", (call) -> Reply.json("{\"ok\":true}"));

	@BeforeAll
	static void generate() throws Exception {
		own = Certificate.generate(Files.createDirectory(folder.resolve("own")), "ip:127.0.0.1");
		ofAnotherHost = Certificate.generate(Files.createDirectory(folder.resolve("other")), "dns:api.example.com");
	}

	private Reply answer(Call call) {
		if (call.target().equals(Transport.TOKEN_PATH)) {
			return Reply.json("{\"access_token\":\"abc\",\"expires_in\":3600}");
		}
		return "Bearer abc".equals(call.header("Authorization")) ? Reply.json("{\"ok\":true}") : this.api.apply(call);
	}

	private LoopbackServer start(Certificate certificate) {
		return LoopbackServer.start(certificate.context(), this::answer);
	}

	private static ApplicationContextRunner runner(Transport transport, LoopbackServer server) {
		return transport.runner(server).withUserConfiguration(App.class);
	}

	private static ApplicationContextRunner trusting(Transport transport, LoopbackServer server,
			Certificate certificate) {
		return runner(transport, server).withPropertyValues("ovh.http.ssl.bundle=api",
				"spring.ssl.bundle.pem.api.truststore.certificate=" + certificate.file().toUri());
	}

	@ParameterizedTest
	@EnumSource
	void whenTheCertificateIsSelfSignedThenRefusesTheServer(Transport transport) {
		try (LoopbackServer server = start(own)) {
			runner(transport, server).run(TlsTests::assertRefused);
			assertThat(server.calls()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheSslBundleHasTheCertificateThenTrustsTheServer(Transport transport) {
		try (LoopbackServer server = start(own)) {
			trusting(transport, server, own).run((context) -> {
				assertThat(context.getBean(OvhClient.class).get("/me").as(String.class)).isEqualTo("{\"ok\":true}");
				assertThat(context.getBean(OvhClients.class).get("robot").get("/me").as(String.class))
					.isEqualTo("{\"ok\":true}");
				assertThat(context.getBean(MeApi.class).me()).containsEntry("ok", true);
			});
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheCertificateIsOfAnotherHostThenRefusesTheServer(Transport transport) {
		try (LoopbackServer server = start(ofAnotherHost)) {
			trusting(transport, server, ofAnotherHost).run(TlsTests::assertRefused);
			assertThat(server.calls()).isEmpty();
		}
	}

	private static void assertRefused(ApplicationContext context) {
		assertRefused(() -> context.getBean(OvhClient.class).get("/me").send());
		assertRefused(() -> context.getBean(OvhClient.class).serverTime());
		assertRefused(() -> context.getBean(OvhClients.class).get("robot").get("/me").send());
		assertRefused(() -> context.getBean(MeApi.class).me());
	}

	private static void assertRefused(ThrowingCallable call) {
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(causes(ex)).hasAtLeastOneElementOfType(SSLException.class));
	}

	private static Stream<Throwable> causes(Throwable ex) {
		return Stream.iterate(ex, Objects::nonNull, Throwable::getCause);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh", types = MeApi.class)
	static class App {

	}

	interface MeApi {

		@GetExchange("/me")
		Map<String, Object> me();

	}

}
