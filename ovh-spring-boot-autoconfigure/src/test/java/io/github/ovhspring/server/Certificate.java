package io.github.ovhspring.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Self-signed certificate that is made for one run of a test.
 *
 * @param file the certificate as PEM
 * @param context what a server needs to show it
 */
public record Certificate(Path file, SSLContext context) {

	private static final String PASSWORD = "changeit";

	/**
	 * Make a certificate.
	 * @param names who it is for, as keytool has subject alternative names
	 */
	public static Certificate generate(Path folder, String names) throws IOException, GeneralSecurityException {
		Path store = folder.resolve("server.p12");
		Path file = folder.resolve("server.pem");
		keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=ovh-spring-boot", "-ext",
				"SAN=" + names, "-validity", "2", "-alias", "server", "-storetype", "PKCS12", "-keystore",
				store.toString(), "-storepass", PASSWORD);
		keytool("-exportcert", "-rfc", "-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD,
				"-file", file.toString());
		return new Certificate(file, context(store));
	}

	private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	private static void keytool(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.onExit().join().exitValue()).as(output).isZero();
	}

}
