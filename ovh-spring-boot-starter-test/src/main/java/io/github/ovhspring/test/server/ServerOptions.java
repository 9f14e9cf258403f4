package io.github.ovhspring.test.server;

import java.security.KeyStore;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.ssl.KeyStoreSettings;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Options of a server on the loopback interface, whose certificate is in memory.
 */
public final class ServerOptions extends WireMockConfiguration {

	/** Address that the server listens on. */
	public static final String LOOPBACK = "127.0.0.1";

	private final @Nullable ServerCertificate certificate;

	/**
	 * Create options.
	 * @param port the port, 0 for a free one
	 * @param certificate the certificate of an HTTPS server, {@code null} for HTTP
	 */
	public ServerOptions(int port, @Nullable ServerCertificate certificate) {
		this.certificate = certificate;
		bindAddress(LOOPBACK);
		httpServerFactory(RawTargetServer::new);
		// Over HTTP/2 there would be no request line to check.
		http2PlainDisabled(true);
		http2TlsDisabled(true);
		if (certificate != null) {
			httpDisabled(true);
			httpsPort(port);
		}
		else {
			port(port);
		}
	}

	@Override
	public HttpsSettings httpsSettings() {
		HttpsSettings settings = super.httpsSettings();
		return (this.certificate != null) ? new InMemory(settings.port(), this.certificate) : settings;
	}

	private static final class InMemory extends HttpsSettings {

		private final ServerCertificate certificate;

		InMemory(int port, ServerCertificate certificate) {
			super(port, null, ServerCertificate.PASSWORD, ServerCertificate.PASSWORD, "PKCS12", null, null, null,
					false);
			this.certificate = certificate;
		}

		@Override
		public KeyStoreSettings keyStore() {
			return new InMemoryStore(this.certificate);
		}

	}

	private static final class InMemoryStore extends KeyStoreSettings {

		private final ServerCertificate certificate;

		InMemoryStore(ServerCertificate certificate) {
			super("simulator.p12", ServerCertificate.PASSWORD, "PKCS12");
			this.certificate = certificate;
		}

		@Override
		public KeyStore loadStore() {
			return this.certificate.keyStore();
		}

	}

}
