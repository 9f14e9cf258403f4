package io.github.ovhspring.autoconfigure;

import java.nio.file.Path;

import javax.net.ssl.SSLHandshakeException;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.Certificate;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
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

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private Certificate certificate;

	@SuppressWarnings("NullAway.Init")
	private LoopbackServer server;

	@BeforeEach
	void start() throws Exception {
		this.certificate = Certificate.generate(this.folder, "ip:127.0.0.1");
		this.server = LoopbackServer.start(this.certificate.context(),
				(call) -> Reply.json("{\"access_token\":\"abc\",\"expires_in\":3600}"));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ApplicationContextRunner runner() {
		String url = "https://" + this.server.authority();
		return OvhContextRunner.in(this.folder)
			.withPropertyValues("ovh.endpoint=" + url, "ovh.token-uri=" + url + "/token", "ovh.client-id=robot",
					"ovh.client-secret=hush",
					"spring.ssl.bundle.pem.api.truststore.certificate=" + this.certificate.file().toUri());
	}

	@Test
	void shouldTrustItForTokensAndCalls() {
		runner().withPropertyValues("ovh.http.ssl.bundle=api")
			.run((context) -> context.getBean(OvhClient.class).get("/me").send());
		assertThat(this.server.calls()).extracting(Call::target).containsExactly("/token", "/1.0/me");
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
		assertThat(this.server.calls()).isEmpty();
	}

}
