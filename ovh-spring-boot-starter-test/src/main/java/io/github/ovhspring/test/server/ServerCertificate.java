package io.github.ovhspring.test.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

import org.springframework.util.function.ThrowingSupplier;

/**
 * Certificate of a server on the loopback interface, with its key. It is made anew each
 * time and signs itself. The JDK can do all of that but put the parts together, which its
 * tool {@code keytool} does by internal classes.
 */
public final class ServerCertificate {

	/** Protects nothing: key stores never leave the memory. */
	static final String PASSWORD = "simulator";

	private static final Duration VALIDITY = Duration.ofDays(365);

	private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectId("1.2.840.10045.4.3.2"));

	private final X509Certificate certificate;

	private final PrivateKey key;

	private ServerCertificate(X509Certificate certificate, PrivateKey key) {
		this.certificate = certificate;
		this.key = key;
	}

	/**
	 * Make a certificate.
	 */
	public static ServerCertificate make() {
		return ThrowingSupplier.of(ServerCertificate::makeChecked).get();
	}

	private static ServerCertificate makeChecked() throws GeneralSecurityException, IOException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		KeyPair keys = generator.generateKeyPair();
		byte[] content = content(keys.getPublic().getEncoded());
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(keys.getPrivate());
		signature.update(content);
		byte[] signed = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
		Certificate certificate = CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(signed));
		return new ServerCertificate((X509Certificate) certificate, keys.getPrivate());
	}

	private static byte[] content(byte[] publicKey) throws GeneralSecurityException, IOException {
		Instant now = Instant.now();
		byte[] name = Der.sequence(Der.set(Der.sequence(Der.objectId("2.5.4.3"), Der.utf8("OVHcloud API simulator"))));
		return Der.sequence(Der.tagged(0, Der.integer(BigInteger.TWO)),
				Der.integer(new BigInteger(127, new SecureRandom()).add(BigInteger.ONE)), ECDSA_WITH_SHA256, name,
				Der.sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(VALIDITY))), name, publicKey,
				Der.tagged(3, extensions(publicKey)));
	}

	private static byte[] time(Instant time) {
		return Der.time(UTC_TIME.format(time));
	}

	// Of an authority too, as some clients take nothing else for a root.
	private static byte[] extensions(byte[] publicKey) throws GeneralSecurityException, IOException {
		byte[] keyId = MessageDigest.getInstance("SHA-1").digest(publicKey);
		return Der.sequence(critical("2.5.29.19", Der.sequence(Der.yes())),
				critical("2.5.29.15", Der.bits(2, new byte[] { (byte) 0x84 })),
				extension("2.5.29.37", Der.sequence(Der.objectId("1.3.6.1.5.5.7.3.1"))),
				extension("2.5.29.14", Der.octets(keyId)),
				extension("2.5.29.17", Der.sequence(Der.primitive(2, "localhost".getBytes(StandardCharsets.US_ASCII)),
						address("127.0.0.1"), address("::1"))));
	}

	private static byte[] address(String address) throws IOException {
		return Der.primitive(7, InetAddress.getByName(address).getAddress());
	}

	private static byte[] critical(String id, byte[] value) {
		return Der.sequence(Der.objectId(id), Der.yes(), Der.octets(value));
	}

	private static byte[] extension(String id, byte[] value) {
		return Der.sequence(Der.objectId(id), Der.octets(value));
	}

	/**
	 * Return a store with the certificate and its key.
	 */
	KeyStore keyStore() {
		return store((store) -> store.setKeyEntry("simulator", this.key, PASSWORD.toCharArray(),
				new Certificate[] { this.certificate }));
	}

	/**
	 * Return a store by which clients trust the certificate.
	 */
	public KeyStore trustStore() {
		return store((store) -> store.setCertificateEntry("simulator", this.certificate));
	}

	private static KeyStore store(Content content) {
		return ThrowingSupplier.of(() -> {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			content.addTo(store);
			return store;
		}).get();
	}

	/**
	 * Return the certificate, without its key, in the form that most tools read.
	 */
	public String pem() {
		byte[] encoded = ThrowingSupplier.of(this.certificate::getEncoded).get();
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded)
				+ "\n-----END CERTIFICATE-----\n";
	}

	private interface Content {

		void addTo(KeyStore store) throws GeneralSecurityException;

	}

}
