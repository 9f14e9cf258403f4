package io.github.ovhspring.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.ovhspring.server.SigningApi;

/**
 * Everything that must not be seen, by name.
 */
final class Secrets {

	static final String PENDING_KEY = "pendingJqfVSmJhLbPyr2i45lSwPU1MtSw";

	static final String CUSTOMER_KEY = "customerMsFUYJlgh1H5yRWpL7Bv9xQd";

	static final String TOKEN = "token.eyJhbGciOiJFZERTQSIsImtpZCI6.robot";

	static final String READY_TOKEN = "ready.eyJhbGciOiJFZERTQSIsImtpZCI6.own";

	static final String FILE_SECRET = "fromFileEXEgWIz07P0HYwtQDs7cNIq";

	static final String FILE_KEY = "fromFileMtSwSrPpNjqfVSmJhLbPyr2i";

	private static final Pattern SIGNATURE = Pattern.compile("\\$1\\$[0-9a-f]{40}");

	private static final Map<String, String> TEXTS = Map.of("application secret", SigningApi.APPLICATION_SECRET,
			"consumer key", SigningApi.CONSUMER_KEY, "consumer key of a customer", CUSTOMER_KEY, "pending consumer key",
			PENDING_KEY, "access token", TOKEN, "ready access token", READY_TOKEN, "client secret",
			Transport.CLIENT_SECRET, "client id and secret in Base64",
			Base64.getEncoder()
				.encodeToString((Transport.CLIENT_ID + ":" + Transport.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8)),
			"application secret of a file", FILE_SECRET, "consumer key of a file", FILE_KEY);

	private Secrets() {
	}

	/** Return the names of the secrets that the text has. */
	static Set<String> in(String text) {
		Set<String> found = TEXTS.entrySet()
			.stream()
			.filter((secret) -> text.contains(secret.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
		if (SIGNATURE.matcher(text).find()) {
			found.add("signature");
		}
		return found;
	}

}
