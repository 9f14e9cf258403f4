package io.github.ovhspring.server;

import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpStatus;

/**
 * Answer as it goes over the wire, to the letter.
 *
 * @param bytes status line, headers and body
 * @param close whether the connection ends with it
 */
public record Reply(byte[] bytes, boolean close) {

	/** A connection that ends without a word. */
	public static final Reply NOTHING = new Reply(new byte[0], true);

	public static Reply json(String body) {
		return of(200, "application/json; charset=utf-8", body);
	}

	public static Reply error(int status, String body) {
		return of(status, "application/json; charset=utf-8", body);
	}

	public static Reply of(int status, String contentType, String body, String... headers) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return truncated(status, contentType, body, bytes.length, false, headers);
	}

	public static Reply empty(int status) {
		String length = (status == 204) ? "" : "Content-Length: 0\r\n";
		return new Reply(ascii(statusLine(status) + length + "\r\n"), false);
	}

	/** An answer that promises more bytes than come. */
	public static Reply truncated(int status, String body, int promised) {
		return truncated(status, "application/json", body, promised, true);
	}

	/** An answer that promises more bytes than come, on a connection that stays open. */
	public static Reply unfinished(int status, String body, int promised) {
		return truncated(status, "application/json", body, promised, false);
	}

	private static Reply truncated(int status, String contentType, String body, int promised, boolean close,
			String... headers) {
		StringBuilder head = new StringBuilder(statusLine(status));
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		if (!contentType.isEmpty()) {
			head.append("Content-Type: ").append(contentType).append("\r\n");
		}
		head.append("X-Ovh-Queryid: EU.ext-3.1234\r\nContent-Length: ").append(promised).append("\r\n\r\n");
		byte[] start = ascii(head.toString());
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		byte[] all = new byte[start.length + bytes.length];
		System.arraycopy(start, 0, all, 0, start.length);
		System.arraycopy(bytes, 0, all, start.length, bytes.length);
		return new Reply(all, close);
	}

	private static String statusLine(int status) {
		HttpStatus known = HttpStatus.resolve(status);
		return "HTTP/1.1 " + status + " " + ((known != null) ? known.getReasonPhrase() : "") + "\r\n";
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
