package io.github.ovhspring.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Answer whose body is in memory, so that it can be read by everyone who has to look at
 * it, and so that what has arrived of a broken body is not lost.
 */
public final class BufferedResponse implements ClientHttpResponse {

	private static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

	private final ClientHttpResponse response;

	private final HttpStatusCode statusCode;

	private final HttpHeaders headers;

	private final byte[] body;

	private final int size;

	private final @Nullable IOException failure;

	private BufferedResponse(ClientHttpResponse response, HttpStatusCode statusCode, HttpHeaders headers,
			BodyReader body, @Nullable IOException failure) {
		this.response = response;
		this.statusCode = statusCode;
		this.headers = headers;
		this.body = body.bytes();
		this.size = body.size();
		this.failure = failure;
	}

	/**
	 * Read an answer as far as it goes. One that is buffered already is returned as it
	 * is.
	 * @param response the answer
	 * @param maxSize the number of bytes of the body after which reading stops
	 * @return the answer, its body in memory
	 * @throws IOException if there is not even a status line
	 */
	public static BufferedResponse of(ClientHttpResponse response, long maxSize) throws IOException {
		return (response instanceof BufferedResponse buffered) ? buffered
				: of(response, maxSize, HttpMethod.HEAD, UNLIMITED);
	}

	/**
	 * Read an answer as far as it goes, and no longer than for a time.
	 * @param response the answer
	 * @param maxSize the number of bytes of the body after which reading stops
	 * @param method the method that it is the answer to
	 * @param timeout the time after which reading stops
	 * @return the answer, its body in memory
	 * @throws IOException if there is not even a status line
	 */
	public static BufferedResponse of(ClientHttpResponse response, long maxSize, HttpMethod method, Duration timeout)
			throws IOException {
		HttpStatusCode statusCode = response.getStatusCode();
		HttpHeaders headers = response.getHeaders();
		BodyReader body = new BodyReader(headers.getContentLength(), maxSize, timeout);
		IOException failure = read(response, body);
		if (failure == null && isShort(method, headers, body.size())) {
			failure = new EOFException("the body ends after " + body.size() + " bytes");
		}
		return new BufferedResponse(response, statusCode, withContentType(headers), body, failure);
	}

	private static @Nullable IOException read(ClientHttpResponse response, BodyReader body) {
		try {
			InputStream in = response.getBody();
			IOException failure = body.read(in);
			if (failure != null) {
				abandon(in);
			}
			return failure;
		}
		catch (IOException ex) {
			return ex;
		}
		catch (RuntimeException ex) {
			// Reactor's streams wrap their failures, in a type of its own.
			return (ex.getCause() instanceof IOException cause) ? cause : new IOException(ex.getMessage(), ex);
		}
	}

	// Whoever closes the answer alone reads the rest of it first.
	private static void abandon(InputStream in) {
		try {
			in.close();
		}
		catch (IOException ex) {
			// HttpComponents tells that the connection is closed: so it should be.
		}
	}

	// HttpURLConnection does not tell an early end from that of the body.
	private static boolean isShort(HttpMethod method, HttpHeaders headers, int size) {
		return !method.equals(HttpMethod.HEAD) && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING)
				&& size < headers.getContentLength();
	}

	// The API answers JSON; converters would not touch a body that does not say so.
	private static HttpHeaders withContentType(HttpHeaders headers) {
		if (headers.getFirst(HttpHeaders.CONTENT_TYPE) != null) {
			return headers;
		}
		HttpHeaders copy = HttpHeaders.copyOf(headers);
		copy.setContentType(MediaType.APPLICATION_JSON);
		return copy;
	}

	/**
	 * Return why the body is not whole.
	 * @return what ended the reading early, or {@code null} if the body is whole
	 */
	public @Nullable IOException failure() {
		return this.failure;
	}

	/**
	 * Return whether the body is not whole for a reason that may pass.
	 * @return whether another answer to the same call may be whole
	 */
	public boolean isBroken() {
		return this.failure != null && !(this.failure instanceof BodyReader.TooLarge);
	}

	/**
	 * Return the body, or what arrived of it.
	 * @return the bytes
	 */
	public byte[] body() {
		return Arrays.copyOf(this.body, this.size);
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return this.statusCode;
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() {
		return new ByteArrayInputStream(this.body, 0, this.size);
	}

	@Override
	public void close() {
		this.response.close();
	}

}
