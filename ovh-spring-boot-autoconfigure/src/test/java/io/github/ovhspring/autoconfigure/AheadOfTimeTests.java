package io.github.ovhspring.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.client.OvhEndpoint;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for contexts that were processed ahead of time.
 */
class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void shouldHaveTheSameClientsWithTheValuesOfRunTime() {
		TestGenerationContext generation = new TestGenerationContext(AheadOfTimeTests.class);
		ClassName className;
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(App.class);
			// Credentials are not there when an application is built.
			configure(context.getEnvironment(), Map.of("ovh.clients.canada.endpoint", "ovh-ca"));
			System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
			className = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
		for (Class<?> bound : List.of(OvhProperties.class, OvhProperties.Http.class, OvhProperties.Client.class)) {
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(bound.getDeclaredConstructors()[0]))
				.as(bound.getName())
				.accepts(generation.getRuntimeHints());
		}
		generation.writeGeneratedContent();
		TestCompiler.forSystem()
			.with(generation)
			.compile((compiled) -> run(initializer(compiled.getInstance(Object.class, className.toString()))));
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Object generated) {
		return (ApplicationContextInitializer<GenericApplicationContext>) generated;
	}

	private static void configure(ConfigurableEnvironment environment, Map<String, Object> properties) {
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

	private static void run(ApplicationContextInitializer<GenericApplicationContext> initializer) {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			configure(context.getEnvironment(), Map.of("ovh.endpoint", "ovh-us", "ovh.access-token", "one",
					"ovh.clients.canada.endpoint", "ovh-ca", "ovh.clients.canada.access-token", "two"));
			initializer.initialize(context);
			context.refresh();
			App app = context.getBean(App.class);
			assertThat(app.unnamed.endpoint()).isEqualTo(OvhEndpoint.OVH_US);
			assertThat(app.canada.endpoint()).isEqualTo(OvhEndpoint.OVH_CA);
			assertThat(context.getBean(OvhClients.class).get("canada")).isSameAs(app.canada);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ OvhAutoConfiguration.class, RestClientAutoConfiguration.class })
	static class App {

		private final OvhClient unnamed;

		private final OvhClient canada;

		App(OvhClient unnamed, @Qualifier("canada") OvhClient canada) {
			this.unnamed = unnamed;
			this.canada = canada;
		}

	}

}
