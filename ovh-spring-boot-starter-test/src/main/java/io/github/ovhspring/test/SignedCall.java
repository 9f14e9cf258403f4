package io.github.ovhspring.test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.ThrowingSupplier;

/**
 * A call as it came over the wire. How it is signed is worked out here from OVHcloud's
 * description and on purpose not with the client's code, which would agree with itself
 * even when it is wrong.
 *
 * @param method the method
 * @param url scheme, host and target, as they came
 * @param body the body, as it came
 * @param applicationKey header {@code X-Ovh-Application}
 * @param consumerKey header {@code X-Ovh-Consumer}
 * @param timestamp header {@code X-Ovh-Timestamp}
 * @param signature header {@code X-Ovh-Signature}
 */
record SignedCall(String method, String url, byte[] body, @Nullable String applicationKey, @Nullable String consumerKey,
		@Nullable String timestamp, @Nullable String signature) {

	static final String SIGNATURE_HEADER = "X-Ovh-Signature";

	static SignedCall of(Request request) {
		String url = request.getScheme() + "://" + request.getHeader("Host")
				+ request.getHeader(RawTargetServer.TARGET_HEADER);
		return new SignedCall(request.getMethod().value(), url, request.getBody(),
				request.getHeader("X-Ovh-Application"), request.getHeader("X-Ovh-Consumer"),
				request.getHeader("X-Ovh-Timestamp"), request.getHeader(SIGNATURE_HEADER));
	}

	String expectedSignature(SimulatedKeys keys) {
		MessageDigest digest = ThrowingSupplier.of(() -> MessageDigest.getInstance("SHA-1")).get();
		digest.update(beforeBody(keys.applicationSecret(), keys.consumerKey()).getBytes(StandardCharsets.UTF_8));
		digest.update(this.body);
		digest.update(afterBody().getBytes(StandardCharsets.UTF_8));
		return "$1$" + HexFormat.of().formatHex(digest.digest());
	}

	private String beforeBody(String applicationSecret, String consumerKey) {
		return String.join("+", applicationSecret, consumerKey, this.method, this.url, "");
	}

	private String afterBody() {
		return "+" + this.timestamp;
	}

	/**
	 * Return the text that has to be signed, for people to compare with their own.
	 * @return the text, without the keys
	 */
	String masked() {
		return beforeBody("<application secret>", "<consumer key>") + new String(this.body, StandardCharsets.UTF_8)
				+ afterBody();
	}

	@Override
	public String toString() {
		return this.method + " " + this.url;
	}

}
