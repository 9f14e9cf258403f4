package io.github.ovhspring.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * HTTP client that answers from memory, and {@code /auth/time} with the time.
 */
final class MemoryRequestFactory implements ClientHttpRequestFactory {

	private final byte[] body;

	MemoryRequestFactory(byte[] body) {
		this.body = body;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		boolean time = uri.getPath().endsWith("/auth/time");
		return new Request(uri, method,
				time ? String.valueOf(System.currentTimeMillis() / 1000).getBytes(StandardCharsets.UTF_8) : this.body);
	}

	private record Request(URI uri, HttpMethod method, byte[] answer, HttpHeaders headers,
			Map<String, Object> attributes) implements ClientHttpRequest {

		Request(URI uri, HttpMethod method, byte[] answer) {
			this(uri, method, answer, new HttpHeaders(), new HashMap<>());
		}

		@Override
		public ClientHttpResponse execute() {
			HttpHeaders headers = new HttpHeaders();
			headers.setContentType(MediaType.APPLICATION_JSON);
			headers.setContentLength(this.answer.length);
			return new Response(this.answer, headers);
		}

		@Override
		public OutputStream getBody() {
			return OutputStream.nullOutputStream();
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		public Map<String, Object> getAttributes() {
			return this.attributes;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

	private record Response(byte[] body, HttpHeaders headers) implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatus.OK;
		}

		@Override
		public String getStatusText() {
			return "OK";
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.body);
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public void close() {
			// Nothing is open.
		}

	}

}
