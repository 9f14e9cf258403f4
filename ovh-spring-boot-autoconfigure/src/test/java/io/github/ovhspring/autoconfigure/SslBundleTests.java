package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@code ovh.http.ssl.bundle}, over a server whose certificate nobody else
 * trusts.
 */
class SslBundleTests {

	private static final String PASSWORD = "changeit";

	private final List<String> calls = new CopyOnWriteArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private HttpsServer server;

	@BeforeEach
	void start() throws Exception {
		Path store = this.folder.resolve("api.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "api", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1",
				"-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(keytool.waitFor()).as(output).isZero();
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(ssl(store)));
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private static SSLContext ssl(Path store) throws GeneralSecurityException, IOException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.add(exchange.getRequestURI().getPath());
		byte[] body = "{\"access_token\":\"abc\",\"expires_in\":3600}".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private ApplicationContextRunner runner() {
		String url = "https://127.0.0.1:" + this.server.getAddress().getPort();
		return OvhContextRunner.in(this.folder)
			.withPropertyValues("ovh.endpoint=" + url, "ovh.token-uri=" + url + "/token", "ovh.client-id=robot",
					"ovh.client-secret=hush",
					"spring.ssl.bundle.jks.api.truststore.location=file:" + this.folder.resolve("api.p12"),
					"spring.ssl.bundle.jks.api.truststore.password=" + PASSWORD);
	}

	@Test
	void shouldTrustItForTokensAndCalls() {
		runner().withPropertyValues("ovh.http.ssl.bundle=api")
			.run((context) -> context.getBean(OvhClient.class).get("/me").send());
		assertThat(this.calls).containsExactly("/token", "/1.0/me");
	}

	@Test
	void whenThereIsNoneThenTrustsWhatTheJvmDoes() {
		runner().run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> client.get("/me").send())
				.withCauseInstanceOf(SSLHandshakeException.class);
			assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(client::serverTime)
				.withCauseInstanceOf(SSLHandshakeException.class);
		});
		assertThat(this.calls).isEmpty();
	}

}
