package io.github.ovhspring.security;

import java.nio.file.Path;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.autoconfigure.service.OvhHttpServiceAutoConfiguration;
import io.github.ovhspring.conf.OvhConfLocations;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.SigningApi;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * HTTP clients that Spring Boot supports, by their names in
 * {@code spring.http.clients.imperative.factory}.
 */
enum Transport {

	JDK, HTTP_COMPONENTS, JETTY, REACTOR, SIMPLE;

	static final String CLIENT_ID = "client-of-the-robot";

	static final String CLIENT_SECRET = "h5pAgBYVhRcMUxGBBzMfDQSKg4BKAAAA";

	static final String TOKEN_PATH = "/auth/oauth2/token";

	/**
	 * Return a runner of applications that have the unnamed client, with application
	 * keys, and client {@code robot}, a service account whose tokens the same server
	 * gives.
	 */
	ApplicationContextRunner runner(LoopbackServer server) {
		String tokenUri = server.url().replace("/1.0", TOKEN_PATH);
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(OvhAutoConfiguration.class, OvhHttpServiceAutoConfiguration.class,
					HttpServiceClientAutoConfiguration.class, HttpServiceClientPropertiesAutoConfiguration.class,
					RestClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
					JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					PropertyPlaceholderAutoConfiguration.class))
			.withBean(OvhConfLocations.class, () -> new OvhConfLocations(nowhere(), nowhere(), nowhere()))
			.withPropertyValues("spring.http.clients.imperative.factory=" + name(), "ovh.endpoint=" + server.url(),
					"ovh.application-key=" + SigningApi.APPLICATION_KEY,
					"ovh.application-secret=" + SigningApi.APPLICATION_SECRET,
					"ovh.consumer-key=" + SigningApi.CONSUMER_KEY, "ovh.clients.robot.client-id=" + CLIENT_ID,
					"ovh.clients.robot.client-secret=" + CLIENT_SECRET, "ovh.clients.robot.token-uri=" + tokenUri);
	}

	private static Path nowhere() {
		return Path.of("/nowhere");
	}

}
