package io.github.ovhspring.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;

import io.github.ovhspring.http.BufferedResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * HTTP client that takes no longer for the body of an answer than its read timeout. What
 * is called so is the time between two bytes to most of them, so that a few bytes now and
 * then would keep a call for ever.
 */
final class TimedRequestFactory implements ClientHttpRequestFactory {

	private final ClientHttpRequestFactory httpClient;

	private final Duration readTimeout;

	private final long maxResponseSize;

	TimedRequestFactory(ClientHttpRequestFactory httpClient, Duration readTimeout, long maxResponseSize) {
		this.httpClient = httpClient;
		this.readTimeout = readTimeout;
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
		return new TimedRequest(this.httpClient.createRequest(uri, method));
	}

	private final class TimedRequest extends HttpRequestWrapper implements ClientHttpRequest {

		private final ClientHttpRequest request;

		TimedRequest(ClientHttpRequest request) {
			super(request);
			this.request = request;
		}

		@Override
		public OutputStream getBody() throws IOException {
			return this.request.getBody();
		}

		@Override
		public ClientHttpResponse execute() throws IOException {
			return BufferedResponse.of(this.request.execute(), TimedRequestFactory.this.maxResponseSize, getMethod(),
					TimedRequestFactory.this.readTimeout);
		}

	}

}
