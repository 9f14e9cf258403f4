package io.github.ovhspring.retry;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryRules}, of failures that a server on loopback cannot make.
 */
class RetryRulesTests {

	static Stream<IOException> unconnected() {
		return Stream.of(new ConnectException("Connection refused"), new UnknownHostException("api.invalid"),
				new NoRouteToHostException("No route to host"), new HttpConnectTimeoutException("timed out"),
				new SocketTimeoutException("Connect timed out"), new SocketTimeoutException("Connect Timeout"),
				new IOException("wrapped", new ConnectException("Connection refused")));
	}

	@ParameterizedTest
	@MethodSource("unconnected")
	void whenThereWasNoConnectionThenAllowsEveryMethod(IOException failure) {
		assertThat(HttpMethod.values()).allMatch((method) -> RetryRules.allow(method, failure));
	}

	static Stream<IOException> unknown() {
		return Stream.of(new SocketTimeoutException("Read timed out"), new SocketTimeoutException(),
				new SocketException("Connection reset"), new HttpTimeoutException("request timed out"),
				new EOFException(), new SSLHandshakeException("Remote host terminated the handshake"));
	}

	@ParameterizedTest
	@MethodSource("unknown")
	void whenTheCallMayHaveArrivedThenAllowsOnlyThoseThatReadOnly(IOException failure) {
		assertThat(HttpMethod.values()).filteredOn((method) -> RetryRules.allow(method, failure))
			.containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD);
	}

	static Stream<IOException> refused() {
		return Stream.of(new SSLPeerUnverifiedException("not the host"),
				new IOException(new CertificateExpiredException()));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void whenTheServerIsNotTheOneThenAllowsNone(IOException failure) {
		assertThat(HttpMethod.values()).noneMatch((method) -> RetryRules.allow(method, failure));
	}

}
