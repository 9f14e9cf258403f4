package io.github.ovhspring.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpStatus;

/**
 * Answer as it goes over the wire, to the letter.
 *
 * @param bytes status line, headers and body
 * @param close whether the connection ends with it
 * @param rest what comes after the bytes, for as long as the client listens
 */
public record Reply(byte[] bytes, boolean close, Rest rest) {

	/** A connection that ends without a word. */
	public static final Reply NOTHING = new Reply(new byte[0], true);

	/** A connection that is reset. */
	public static final Reply RESET = new Reply(new byte[0], true);

	public Reply(byte[] bytes, boolean close) {
		this(bytes, close, (out) -> {
		});
	}

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

	/** A success whose body of unknown length is written by the given writer. */
	public static Reply endless(Rest rest) {
		return new Reply(
				ascii(statusLine(200) + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"), true,
				(out) -> rest.write(new ChunkedStream(out)));
	}

	public static Reply empty(int status) {
		String length = (status == 204) ? "" : "Content-Length: 0\r\n";
		return new Reply(ascii(statusLine(status) + length + "\r\n"), false);
	}

	/** An answer that promises more bytes than come. */
	public static Reply truncated(int status, String body, long promised) {
		return truncated(status, "application/json", body, promised, true);
	}

	/** An answer that promises more bytes than come, on a connection that stays open. */
	public static Reply unfinished(int status, String body, long promised) {
		return truncated(status, "application/json", body, promised, false);
	}

	private static Reply truncated(int status, String contentType, String body, long promised, boolean close,
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

	/**
	 * Writes what comes after the bytes that are known beforehand.
	 */
	public interface Rest {

		void write(OutputStream out) throws IOException;

	}

	private static final class ChunkedStream extends OutputStream {

		private final OutputStream out;

		ChunkedStream(OutputStream out) {
			this.out = out;
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.out.write(ascii(Integer.toHexString(length) + "\r\n"));
			this.out.write(bytes, offset, length);
			this.out.write(ascii("\r\n"));
			this.out.flush();
		}

	}

}
