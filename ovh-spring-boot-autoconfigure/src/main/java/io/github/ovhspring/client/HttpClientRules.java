package io.github.ovhspring.client;

import java.util.function.Consumer;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.eclipse.jetty.client.HttpClient;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;

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
			Consumer<AutoCloseable> closeables) {
		int connections = concurrency + OTHER_CALLS;
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents) {
			// By itself it sends a PUT or DELETE again that may have had its effect.
			return httpComponents.withHttpClientCustomizer(HttpClientBuilder::disableAutomaticRetries)
				.withConnectionManagerCustomizer((pool) -> admit(connections, pool));
		}
		if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
			return jetty.withHttpClientCustomizer((client) -> {
				admit(connections, client);
				// Its threads would keep the JVM from ending, and Spring stops them only
				// for a client of its own making.
				closeables.accept(client::stop);
			});
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

	private static void admit(int connections, HttpClient client) {
		client.setMaxConnectionsPerDestination(Math.max(connections, client.getMaxConnectionsPerDestination()));
	}

}
