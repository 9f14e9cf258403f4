package io.github.ovhspring.bench;

import java.util.function.Supplier;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/**
 * HTTP clients that Spring Boot can use.
 */
enum Transport {

	HTTP_COMPONENTS("HttpComponents", ClientHttpRequestFactoryBuilder::httpComponents),

	JETTY("Jetty", ClientHttpRequestFactoryBuilder::jetty),

	REACTOR("Reactor Netty", ClientHttpRequestFactoryBuilder::reactor),

	JDK("JDK", ClientHttpRequestFactoryBuilder::jdk),

	SIMPLE("HttpURLConnection", ClientHttpRequestFactoryBuilder::simple);

	private final String title;

	private final Supplier<ClientHttpRequestFactoryBuilder<?>> builder;

	Transport(String title, Supplier<ClientHttpRequestFactoryBuilder<?>> builder) {
		this.title = title;
		this.builder = builder;
	}

	ClientHttpRequestFactoryBuilder<?> builder() {
		return this.builder.get();
	}

	@Override
	public String toString() {
		return this.title;
	}

}
