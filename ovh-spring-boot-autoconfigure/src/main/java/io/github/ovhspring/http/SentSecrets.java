package io.github.ovhspring.http;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;

/**
 * Secrets that a call was sent with, by all of its attempts. Proxies and debug pages show
 * what they were sent, and messages must not repeat that.
 */
public final class SentSecrets {

	private static final String ATTRIBUTE = SentSecrets.class.getName();

	private static final List<String> HEADERS = List.of(HttpHeaders.AUTHORIZATION, "X-Ovh-Consumer", "X-Ovh-Signature");

	// What is shorter may be part of any word.
	private static final int SHORTEST = 8;

	private final List<String> values = new ArrayList<>();

	private SentSecrets() {
	}

	/**
	 * Note what a call is sent with.
	 * @param request the call, its headers complete
	 */
	public static void note(HttpRequest request) {
		of(request);
	}

	private static SentSecrets of(HttpRequest request) {
		SentSecrets secrets = (SentSecrets) request.getAttributes()
			.computeIfAbsent(ATTRIBUTE, (name) -> new SentSecrets());
		HEADERS.forEach((header) -> request.getHeaders().getOrEmpty(header).forEach(secrets::add));
		return secrets;
	}

	private void add(String header) {
		String value = header.substring(header.indexOf(' ') + 1);
		if (value.length() >= SHORTEST) {
			this.values.add(value);
		}
	}

	/**
	 * Return text without the secrets of a call.
	 * @param request the call
	 * @param text the text
	 * @return the text, {@code ***} in place of each secret
	 */
	public static String hide(HttpRequest request, String text) {
		String result = text;
		for (String value : of(request).values) {
			result = result.replace(value, "***");
		}
		return result;
	}

	@Override
	public String toString() {
		return "SentSecrets";
	}

}
