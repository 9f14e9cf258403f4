package io.github.ovhspring.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The API's side of the signature: knows one application and one customer, and checks
 * each signed call over the raw request line and the raw bytes of the body.
 */
public final class SigningApi implements Function<Call, Reply> {

	public static final String APPLICATION_KEY = "7kbG7Bk7S9Nt7ZSV";

	public static final String APPLICATION_SECRET = "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF";

	public static final String CONSUMER_KEY = "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1";

	private final Function<Call, Reply> handler;

	private final String scheme;

	private volatile Duration offset = Duration.ZERO;

	public SigningApi(Function<Call, Reply> handler) {
		this("http", handler);
	}

	public SigningApi(String scheme, Function<Call, Reply> handler) {
		this.scheme = scheme;
		this.handler = handler;
	}

	public SigningApi() {
		this((call) -> Reply.json("{\"ok\":true}"));
	}

	public void setOffset(Duration offset) {
		this.offset = offset;
	}

	public static Reply time() {
		return Reply.json(String.valueOf(Instant.now().getEpochSecond()));
	}

	private Instant now() {
		return Instant.now().plus(this.offset);
	}

	@Override
	public Reply apply(Call call) {
		if (call.target().endsWith("/auth/time")) {
			return Reply.json(String.valueOf(now().getEpochSecond()));
		}
		if (!APPLICATION_KEY.equals(call.header("X-Ovh-Application"))) {
			return Reply.error(403, "{\"errorCode\":\"INVALID_KEY\",\"message\":\"This application key is invalid\"}");
		}
		String signature = call.header("X-Ovh-Signature");
		if (signature == null) {
			return this.handler.apply(call);
		}
		String timestamp = Objects.requireNonNull(call.header("X-Ovh-Timestamp"));
		if (Math.abs(Long.parseLong(timestamp) - now().getEpochSecond()) > 30) {
			return Reply.error(400, "{\"errorCode\":\"QUERY_TIME_OUT\",\"message\":\"Query out of time\"}");
		}
		if (!signature.equals(expected(call, timestamp))) {
			return Reply.error(400, "{\"errorCode\":\"INVALID_SIGNATURE\",\"message\":\"Invalid signature\"}");
		}
		return this.handler.apply(call);
	}

	private String expected(Call call, @Nullable String timestamp) {
		String url = this.scheme + "://" + call.header("Host") + call.target();
		String signed = APPLICATION_SECRET + "+" + call.header("X-Ovh-Consumer") + "+" + call.method() + "+" + url + "+"
				+ call.text() + "+" + timestamp;
		try {
			byte[] hash = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
			return "$1$" + HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
