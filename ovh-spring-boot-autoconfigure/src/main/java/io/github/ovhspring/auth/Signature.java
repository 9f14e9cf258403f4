package io.github.ovhspring.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.springframework.http.HttpMethod;
import org.springframework.util.function.ThrowingSupplier;

/**
 * Signature of a call:
 * {@code "$1$" + hex(sha1(secret+consumerKey+method+url+body+timestamp))}, the parts
 * joined by {@code +}.
 */
final class Signature {

	private static final ThrowingSupplier<MessageDigest> SHA1 = ThrowingSupplier
		.of(() -> MessageDigest.getInstance("SHA-1"));

	private Signature() {
	}

	static String of(String applicationSecret, String consumerKey, HttpMethod method, URI uri, byte[] body,
			String timestamp) {
		MessageDigest digest = SHA1.get();
		digest.update(bytes(applicationSecret + "+" + consumerKey + "+" + method.name() + "+" + uri + "+"));
		digest.update(body);
		return "$1$" + HexFormat.of().formatHex(digest.digest(bytes("+" + timestamp)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
