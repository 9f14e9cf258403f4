package io.github.ovhspring.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.http.HttpMethod;

/**
 * Signature of a call:
 * {@code "$1$" + hex(sha1(secret+consumerKey+method+url+body+timestamp))}, the parts
 * joined by {@code +}.
 */
final class Signature {

	private static final byte PLUS = '+';

	private Signature() {
	}

	static String of(String applicationSecret, String consumerKey, HttpMethod method, URI uri, byte[] body,
			String timestamp) {
		MessageDigest digest = sha1();
		update(digest, applicationSecret);
		update(digest, consumerKey);
		update(digest, method.name());
		update(digest, uri.toString());
		digest.update(body);
		digest.update(PLUS);
		digest.update(timestamp.getBytes(StandardCharsets.US_ASCII));
		return "$1$" + HexFormat.of().formatHex(digest.digest());
	}

	private static void update(MessageDigest digest, String part) {
		digest.update(part.getBytes(StandardCharsets.UTF_8));
		digest.update(PLUS);
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java runtime has no SHA-1, which signs calls", ex);
		}
	}

}
