package io.github.ovhspring.autoconfigure;

import java.nio.file.Path;
import java.util.Map;

import io.github.ovhspring.conf.OvhConfLocations;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Makes application contexts that do not see the configuration of this machine.
 */
final class OvhContextRunner {

	private OvhContextRunner() {
	}

	static ApplicationContextRunner in(Path folder) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(OvhAutoConfiguration.class, RestClientAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
					HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
					SslAutoConfiguration.class))
			.withInitializer((context) -> environment(context, Map.of()))
			.withBean(OvhConfLocations.class, () -> locations(folder));
	}

	static OvhConfLocations locations(Path folder) {
		return new OvhConfLocations(folder.resolve("here"), folder.resolve("home"), folder.resolve("etc.conf"));
	}

	static void environment(ConfigurableApplicationContext context, Map<String, Object> variables) {
		context.getEnvironment()
			.getPropertySources()
			.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables));
	}

}
