package io.github.ovhspring.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Signs as one would without the starter, by the local clock and nothing more: the least
 * that a signed call costs through an interceptor.
 */
final class LeastSigner implements ClientHttpRequestInterceptor {

	private static final String KEY = "k".repeat(32);

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		String time = String.valueOf(System.currentTimeMillis() / 1000);
		String signed = KEY + "+" + KEY + "+" + request.getMethod() + "+" + request.getURI() + "+"
				+ new String(body, StandardCharsets.UTF_8) + "+" + time;
		HttpHeaders headers = request.getHeaders();
		headers.set("X-Ovh-Application", KEY);
		headers.set("X-Ovh-Consumer", KEY);
		headers.set("X-Ovh-Timestamp", time);
		headers.set("X-Ovh-Signature", "$1$" + HexFormat.of().formatHex(sha1(signed)));
		return execution.execute(request, body);
	}

	private static byte[] sha1(String text) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
