package io.github.ovhspring.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;

import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BufferedResponse}, as far as its answers break in ways that a server
 * cannot be made to bring about.
 */
class BufferedResponseTests {

	@Test
	void whenAStreamWrapsItsFailureThenThatIsTheFailure() throws IOException {
		EOFException cut = new EOFException("cut");
		assertThat(failure(Exceptions.propagate(cut))).isSameAs(cut);
	}

	@Test
	void whenAStreamFailsOtherwiseThenWrapsThat() throws IOException {
		for (RuntimeException ex : new RuntimeException[] { new IllegalStateException("lost"),
				new IllegalStateException("lost", new IllegalStateException()) }) {
			assertThat(failure(ex)).hasMessage("lost").hasCause(ex);
		}
	}

	private static IOException failure(RuntimeException thrown) throws IOException {
		InputStream body = new InputStream() {

			@Override
			public int read() {
				throw thrown;
			}

		};
		try (BufferedResponse response = BufferedResponse.of(new MockClientHttpResponse(body, 200), 100)) {
			assertThat(response.isBroken()).isTrue();
			return Objects.requireNonNull(response.failure());
		}
	}

}
