package io.github.ovhspring.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A request that is written to a socket as it is, with a signature that is worked out
 * here and nowhere else.
 */
public final class RawRequest {

	private final OvhSimulator simulator;

	private final String method;

	private final String target;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private byte[] body = new byte[0];

	public RawRequest(OvhSimulator simulator, String method, String target) {
		this.simulator = simulator;
		this.method = method;
		this.target = target;
		header("Host", URI.create(simulator.endpoint()).getAuthority());
	}

	public RawRequest header(String name, @Nullable String value) {
		if (value != null) {
			this.headers.put(name, value);
		}
		else {
			this.headers.remove(name);
		}
		return this;
	}

	public RawRequest body(byte[] body) {
		this.body = body;
		return header("Content-Length", String.valueOf(body.length));
	}

	public RawRequest body(String body) {
		return body(body.getBytes(StandardCharsets.UTF_8));
	}

	public RawRequest signed() {
		return signed(this.target);
	}

	public RawRequest signed(String signedTarget) {
		return signed(signedTarget, Instant.now().getEpochSecond());
	}

	public RawRequest signed(String signedTarget, long timestamp) {
		header("X-Ovh-Application", this.simulator.applicationKey());
		header("X-Ovh-Consumer", this.simulator.consumerKey());
		header("X-Ovh-Timestamp", String.valueOf(timestamp));
		return header("X-Ovh-Signature", signature(signedTarget, timestamp));
	}

	private String signature(String signedTarget, long timestamp) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		text.writeBytes((this.simulator.applicationSecret() + "+" + this.simulator.consumerKey() + "+" + this.method
				+ "+http://" + this.headers.get("Host") + signedTarget + "+")
			.getBytes(StandardCharsets.UTF_8));
		text.writeBytes(this.body);
		text.writeBytes(("+" + timestamp).getBytes(StandardCharsets.UTF_8));
		try {
			return "$1$" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.toByteArray()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Send the body in chunks of three bytes, which are not signed.
	 */
	public RawRequest chunked() {
		ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		for (int i = 0; i < this.body.length; i += 3) {
			int length = Math.min(3, this.body.length - i);
			chunks.writeBytes((length + "\r\n").getBytes(StandardCharsets.US_ASCII));
			chunks.write(this.body, i, length);
			chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		this.body = chunks.toByteArray();
		return header("Content-Length", null).header("Transfer-Encoding", "chunked");
	}

	public RawResponse send() throws IOException {
		URI uri = URI.create(this.simulator.endpoint());
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			StringBuilder head = new StringBuilder(this.method + " " + this.target + " HTTP/1.1\r\n");
			header("Connection", "close").headers
				.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
			socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().write(this.body);
			socket.getOutputStream().flush();
			return RawResponse.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	/**
	 * What came back.
	 *
	 * @param status the status
	 * @param headers the headers, whose case does not matter
	 * @param body the body, with marks between its chunks if it has several
	 */
	public record RawResponse(int status, Map<String, String> headers, String body) {

		static RawResponse parse(String text) {
			String[] parts = text.split("\r\n\r\n", 2);
			String[] lines = parts[0].split("\r\n");
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			for (int i = 1; i < lines.length; i++) {
				String[] header = lines[i].split(": ", 2);
				headers.merge(header[0], header[1], (one, other) -> one + " | " + other);
			}
			boolean chunked = "chunked".equals(headers.get("Transfer-Encoding"));
			return new RawResponse(Integer.parseInt(lines[0].split(" ")[1]), headers,
					chunked ? parts[1].replaceAll("^\\p{XDigit}+\r\n|\r\n0\r\n\r\n$", "") : parts[1]);
		}

	}

}
