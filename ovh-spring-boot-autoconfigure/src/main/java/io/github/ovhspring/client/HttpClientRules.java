package io.github.ovhspring.client;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import reactor.netty.Connection;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;

/**
 * What HTTP clients have to be told beyond the settings that they have in common: to send
 * a call once, and as many at once as the client does.
 */
final class HttpClientRules {

	// As many as HttpComponents admits in all are left for calls that are not of getAll.
	private static final int OTHER_CALLS = 5;

	private HttpClientRules() {
	}

	static ClientHttpRequestFactoryBuilder<?> apply(ClientHttpRequestFactoryBuilder<?> builder, int concurrency,
			Duration readTimeout, Consumer<AutoCloseable> closeables) {
		int connections = concurrency + OTHER_CALLS;
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents) {
			// By itself it sends a PUT or DELETE again that may have had its effect.
			return httpComponents.withHttpClientCustomizer(HttpClientBuilder::disableAutomaticRetries)
				.withHttpClientCustomizer(UnreadRest::isDiscardedBy)
				.withConnectionManagerCustomizer((pool) -> admit(connections, pool));
		}
		if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
			return jetty.withHttpClientCustomizer((client) -> {
				prepare(client, connections, readTimeout);
				// Its threads would keep the JVM from ending, and Spring stops them only
				// for a client of its own making.
				closeables.accept(client::stop);
			});
		}
		if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
			return reactor.withHttpClientCustomizer(
					(client) -> client.doOnResponse((response, connection) -> close(connection, readTimeout)));
		}
		return builder;
	}

	// Only what is built tells what the application has set.
	private static void admit(int connections, PoolingHttpClientConnectionManagerBuilder builder) {
		try (PoolingHttpClientConnectionManager pool = builder.build()) {
			builder.setMaxConnPerRoute(Math.max(connections, pool.getDefaultMaxPerRoute()));
			builder.setMaxConnTotal(Math.max(connections, pool.getMaxTotal()));
		}
	}

	private static void prepare(HttpClient client, int connections, Duration readTimeout) {
		client.setMaxConnectionsPerDestination(Math.max(connections, client.getMaxConnectionsPerDestination()));
		// By itself it gives up after 30 seconds of silence, whatever the read timeout.
		client.setIdleTimeout(readTimeout.toMillis());
		client.addEventListener(new LifeCycle.Listener() {

			@Override
			public void lifeCycleStarted(LifeCycle started) {
				// It takes a 401 for its own affair.
				client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
			}

		});
	}

	// Whoever reads the body gets no byte before a buffer is full, and so no chance to
	// look at the clock.
	private static void close(Connection connection, Duration readTimeout) {
		Future<?> timeout = connection.channel()
			.eventLoop()
			.schedule(() -> connection.channel().close(), readTimeout.toMillis(), TimeUnit.MILLISECONDS);
		connection.onTerminate().doFinally((signal) -> timeout.cancel(false)).subscribe();
	}

}
