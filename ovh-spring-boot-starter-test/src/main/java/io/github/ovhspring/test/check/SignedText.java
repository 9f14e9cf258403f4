package io.github.ovhspring.test.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.springframework.util.function.ThrowingSupplier;

/**
 * Text that a signature is made from. How that is done is worked out here from OVHcloud's
 * description and on purpose not with the client's code, which would agree with itself
 * even when it is wrong.
 *
 * @param applicationSecret the application's secret
 * @param consumerKey the customer's key
 * @param method the method
 * @param url the URL
 * @param body the body
 * @param timestamp the timestamp
 */
record SignedText(String applicationSecret, String consumerKey, String method, String url, byte[] body,
		String timestamp) {

	String signature() {
		return "$1$" + hex("SHA-1", StandardCharsets.UTF_8);
	}

	String hex(String algorithm, Charset charset) {
		MessageDigest digest = ThrowingSupplier.of(() -> MessageDigest.getInstance(algorithm)).get();
		digest.update(beforeBody(this.applicationSecret, this.consumerKey).getBytes(charset));
		digest.update(this.body);
		digest.update(afterBody().getBytes(charset));
		return HexFormat.of().formatHex(digest.digest());
	}

	private String beforeBody(String applicationSecret, String consumerKey) {
		return String.join("+", applicationSecret, consumerKey, this.method, this.url, "");
	}

	private String afterBody() {
		return "+" + this.timestamp;
	}

	/**
	 * Return the text without the keys, for people to compare with their own.
	 */
	String masked() {
		return beforeBody("<application secret>", "<consumer key>") + new String(this.body, StandardCharsets.UTF_8)
				+ afterBody();
	}

	/**
	 * Return the text that clients sign which leave the port out, such as node-ovh. The
	 * API itself is on no other port than that of HTTPS, so that they do no wrong.
	 */
	SignedText withoutPort() {
		return withUrl(this.url.replaceFirst("^(https?://[^/?#]*?):\\d+(?=[/?#]|$)", "$1"));
	}

	SignedText withSecret(String applicationSecret) {
		return new SignedText(applicationSecret, this.consumerKey, this.method, this.url, this.body, this.timestamp);
	}

	SignedText withConsumerKey(String consumerKey) {
		return new SignedText(this.applicationSecret, consumerKey, this.method, this.url, this.body, this.timestamp);
	}

	SignedText withMethod(String method) {
		return new SignedText(this.applicationSecret, this.consumerKey, method, this.url, this.body, this.timestamp);
	}

	SignedText withUrl(String url) {
		return new SignedText(this.applicationSecret, this.consumerKey, this.method, url, this.body, this.timestamp);
	}

	SignedText withBody(byte[] body) {
		return new SignedText(this.applicationSecret, this.consumerKey, this.method, this.url, body, this.timestamp);
	}

	SignedText withTimestamp(String timestamp) {
		return new SignedText(this.applicationSecret, this.consumerKey, this.method, this.url, this.body, timestamp);
	}

	@Override
	public String toString() {
		return masked();
	}

}
