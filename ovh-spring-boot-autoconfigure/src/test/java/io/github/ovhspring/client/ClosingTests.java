package io.github.ovhspring.client;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for HTTP clients that do not let themselves be closed.
 */
class ClosingTests {

	private final List<IOException> closed = new ArrayList<>();

	@Test
	void whenOneCannotBeClosedThenClosesTheOthers() {
		OvhTransport transport = new OvhTransport(
				(DefaultOvhClientBuilder) OvhClient.builder().requestFactoryBuilder((settings) -> new Unclosable()));
		transport.requestFactory(HttpClientSettings.defaults());
		transport.requestFactory(HttpClientSettings.defaults());
		assertThatIOException().isThrownBy(transport::close)
			.satisfies((ex) -> assertThat(this.closed).hasSize(3).first().isSameAs(ex))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).containsExactly(this.closed.get(1), this.closed.get(2)));
	}

	private final class Unclosable implements ClientHttpRequestFactory, DisposableBean {

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void destroy() throws IOException {
			IOException failure = new IOException("This is busy");
			ClosingTests.this.closed.add(failure);
			throw failure;
		}

	}

}
