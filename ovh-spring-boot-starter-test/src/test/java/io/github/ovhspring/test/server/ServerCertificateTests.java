package io.github.ovhspring.test.server;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLHandshakeException;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.web.client.ResourceAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerCertificate}, {@link Der} and {@link ServerOptions}.
 */
class ServerCertificateTests {

	@Test
	void shouldBeOneOfTheLoopbackInterface() throws Exception {
		X509Certificate certificate = certificate();
		certificate.verify(certificate.getPublicKey());
		certificate.checkValidity();
		assertThat(certificate.getVersion()).isEqualTo(3);
		assertThat(certificate.getSubjectX500Principal()).hasToString("CN=OVHcloud API simulator");
		assertThat(certificate.getSubjectAlternativeNames().stream().map((name) -> name.get(1)).toList())
			.isEqualTo(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"));
		assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
		assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false, false, true, false);
		assertThat(certificate.getBasicConstraints()).isGreaterThan(0);
	}

	@Test
	void shouldBeMadeAnewEachTime() throws Exception {
		assertThat(certificate().getSerialNumber()).isPositive().isNotEqualTo(certificate().getSerialNumber());
	}

	private static X509Certificate certificate() throws Exception {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(
					new ByteArrayInputStream(ServerCertificate.make().pem().getBytes(StandardCharsets.US_ASCII)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost" })
	void whenHttpsThenOnlyThoseWhoTrustItCall(String host) {
		try (OvhSimulator ovh = OvhSimulator.builder().https().start()) {
			assertThat(ovh.endpoint()).startsWith("https://127.0.0.1:");
			ovh.stubFor(get("/1.0/me?a=%C3%A9").willReturn(okJson("{}")));
			client(ovh, host)
				.httpClientSettings(HttpClientSettings.ofSslBundle(Objects.requireNonNull(ovh.sslBundle())))
				.build()
				.get("/me?a=é")
				.send();
			assertThatExceptionOfType(ResourceAccessException.class)
				.isThrownBy(() -> client(ovh, host).build().get("/me").send())
				.withCauseInstanceOf(SSLHandshakeException.class);
			assertThat(ovh.certificate()).startsWith("-----BEGIN CERTIFICATE-----\n");
		}
	}

	private static OvhClient.Builder client(OvhSimulator ovh, String host) {
		return OvhClient.builder()
			.endpoint(ovh.endpoint().replace("127.0.0.1", host))
			.credentials(
					OvhCredentials.applicationKeys(ovh.applicationKey(), ovh.applicationSecret(), ovh.consumerKey()));
	}

	@Test
	void whenHttpThenThereIsNoCertificate() {
		try (OvhSimulator ovh = OvhSimulator.start()) {
			assertThat(ovh.certificate()).isNull();
			assertThat(ovh.sslBundle()).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10045.4.3.2, 06082a8648ce3d040302", "2.5.29.17, 0603551d11", "2.5.4.0, 0603550400",
			"1.3.127.128.16384, 06072b7f8100818000" })
	void shouldWriteObjectIds(String dotted, String hex) {
		assertThat(HexFormat.of().formatHex(Der.objectId(dotted))).isEqualTo(hex);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0400", "127, 047f", "128, 048180", "255, 0481ff", "256, 04820100", "65536, 0483010000" })
	void shouldWriteLengths(int length, String start) {
		assertThat(HexFormat.of().formatHex(Der.octets(new byte[length]))).startsWith(start)
			.hasSize(start.length() + 2 * length);
	}

	@Test
	void shouldWriteNumbers() {
		assertThat(HexFormat.of().formatHex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
	}

}
