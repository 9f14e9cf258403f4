package io.github.ovhspring.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the context of callers on the threads that call for them.
 */
class CallContextTests {

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final List<String> contexts = new CopyOnWriteArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@BeforeEach
	void enter() {
		MDC.put("customer", "ada");
	}

	@AfterEach
	void stop() {
		MDC.clear();
		this.server.close();
	}

	private ApplicationContextRunner runner() {
		RestClientCustomizer recorder = (builder) -> builder.requestInterceptor((request, body, execution) -> {
			if (Thread.currentThread().getName().startsWith("ovh-")) {
				this.contexts.add(MDC.get("customer") + "," + MDC.get("job"));
			}
			return execution.execute(request, body);
		});
		return OvhContextRunner.in(this.folder)
			.withBean("recorder", RestClientCustomizer.class, () -> recorder)
			.withPropertyValues("ovh.endpoint=" + this.server.url(), "ovh.access-token=hush");
	}

	private static void getAll(ApplicationContext context) {
		context.getBean(OvhClient.class).getAll("/me/bill/{id}", List.of(1, 2), Object.class);
	}

	@Test
	void shouldCarryTheMdc() {
		this.server.answer((call) -> SigningApi.time());
		runner().run((context) -> {
			assertThat(context).doesNotHaveBean(TaskDecorator.class);
			getAll(context);
		});
		assertThat(this.contexts).hasSize(2).containsOnly("ada,null");
	}

	@Test
	void whenThereIsNoMdcThenCallsWithoutOne() {
		this.server.answer((call) -> SigningApi.time());
		runner().withClassLoader(new FilteredClassLoader(MDC.class)).run(CallContextTests::getAll);
		MDC.clear();
		runner().run(CallContextTests::getAll);
		assertThat(this.contexts).hasSize(4).containsOnly("null,null");
	}

	@Test
	void whenTheApplicationHasTaskDecoratorsThenTheyAddToIt() {
		this.server.answer((call) -> SigningApi.time());
		ThreadLocal<String> job = new ThreadLocal<>();
		runner().withBean("first", TaskDecorator.class, () -> (task) -> {
			String value = job.get();
			return () -> {
				MDC.put("job", value);
				task.run();
			};
		}).run((context) -> {
			job.set("nightly");
			getAll(context);
		});
		assertThat(this.contexts).hasSize(2).containsOnly("ada,nightly");
	}

	@Test
	void whenATaskDecoratorIsForOthersAloneThenLeavesItToThem() {
		this.server.answer((call) -> SigningApi.time());
		runner().withUserConfiguration(ForOthers.class).run(CallContextTests::getAll);
		assertThat(this.contexts).hasSize(2).containsOnly("ada,null");
	}

	@Configuration(proxyBeanMethods = false)
	static class ForOthers {

		@Bean(defaultCandidate = false)
		TaskDecorator decorator() {
			return (task) -> () -> {
				MDC.put("job", "other");
				task.run();
			};
		}

	}

}
