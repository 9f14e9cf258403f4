package io.github.ovhspring.test;

import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for simulators in application contexts: which share one, and how long it lives.
 */
class OvhSimulatorContextTests {

	@Test
	void whenTestClassesAreAlikeThenTheyShareAContext() {
		assertThat(context(First.class)).isSameAs(context(Second.class)).isSameAs(context(Inherited.class));
	}

	@Test
	void whenTestClassHasNoSimulatorThenHasAContextOfItsOwn() {
		assertThat(context(Without.class)).isNotSameAs(context(First.class));
		assertThat(context(Without.class).getBeanProvider(OvhSimulator.class)).isEmpty();
		assertThat(context(Without.class).getBeanProvider(OvhClient.class)).isEmpty();
	}

	@Test
	void whenContextIsClosedThenSimulatorIsToo() {
		TestContext testContext = new TestContextManager(Closed.class).getTestContext();
		OvhSimulator simulator = testContext.getApplicationContext().getBean(OvhSimulator.class);
		assertThat(simulator.wireMockServer().isRunning()).isTrue();
		testContext.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		assertThat(simulator.wireMockServer().isRunning()).isFalse();
	}

	@Test
	void whenApplicationHasConnectionDetailsThenSimulatorWins() {
		ApplicationContext context = context(WithOtherDetails.class);
		assertThat(context.getBeanProvider(OvhConnectionDetails.class)).hasSize(2);
		assertThat(context.getBean(OvhClient.class).endpoint().uri())
			.hasToString(context.getBean("ovhSimulator", OvhSimulator.class).endpoint());
	}

	@Test
	void whenTestEndsThenOnlySimulatorsOfItsOwnAreReset() throws Exception {
		assertThat(stubsAfterTest(First.class)).isZero();
		assertThat(stubsAfterTest(WithSimulatorOfItsOwn.class)).isOne();
	}

	private static int stubsAfterTest(Class<?> testClass) throws Exception {
		TestContextManager manager = new TestContextManager(testClass);
		OvhSimulator simulator = manager.getTestContext().getApplicationContext().getBean(OvhSimulator.class);
		simulator.stubFor(get("/1.0/me").willReturn(ok()));
		endTest(manager);
		return simulator.wireMockServer().getStubMappings().size();
	}

	@Test
	void whenTestHasNoContextThenNoneIsMadeToReset() {
		TestContext testContext = new TestContextManager(NeverStarted.class).getTestContext();
		new OvhSimulatorTestExecutionListener().afterTestMethod(testContext);
		assertThat(testContext.hasApplicationContext()).isFalse();
	}

	@Test
	void whenOnConfigurationThenApplicationIsStartedAgainstSimulator() {
		try (ConfigurableApplicationContext context = run(Simulated.class)) {
			assertThat(context.getBean(OvhClient.class).endpoint().uri())
				.hasToString(context.getBean(OvhSimulator.class).endpoint());
		}
	}

	@Test
	void whenSimulatorIsABeanThenApplicationIsStartedAgainstIt() {
		try (ConfigurableApplicationContext context = run(SimulatedByHand.class)) {
			assertThat(context.getBean(OvhClient.class).endpoint().uri())
				.hasToString(context.getBean(OvhSimulator.class).endpoint());
		}
	}

	private static ConfigurableApplicationContext run(Class<?> configuration) {
		return SpringApplication.from(TestApplication::main)
			.with(configuration)
			.run("--spring.main.web-application-type=none")
			.getApplicationContext();
	}

	private static ApplicationContext context(Class<?> testClass) {
		return new TestContextManager(testClass).getTestContext().getApplicationContext();
	}

	private static void endTest(TestContextManager manager) throws Exception {
		manager.afterTestMethod(new Object(), Object.class.getMethod("toString"), null);
	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator
	static class First {

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator
	static class Second {

	}

	static class Inherited extends First {

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	static class Without {

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE, properties = "test=closed")
	@EnableOvhSimulator
	static class Closed {

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE, properties = "test=never")
	@EnableOvhSimulator
	static class NeverStarted {

	}

	@SpringBootTest(classes = { TestApplication.class, OtherDetails.class }, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator
	static class WithOtherDetails {

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@Import(SimulatedByHand.class)
	static class WithSimulatorOfItsOwn {

	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableOvhSimulator
	static class Simulated {

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class SimulatedByHand {

		@Bean
		OvhSimulator simulator() {
			return OvhSimulator.start();
		}

		@Bean
		OvhConnectionDetails connectionDetails(OvhSimulator simulator) {
			return simulator.connectionDetails();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherDetails {

		@Bean(destroyMethod = "close")
		OvhSimulator other() {
			return OvhSimulator.start();
		}

		@Bean
		OvhConnectionDetails ovhConnectionDetails(OvhSimulator other) {
			return other.connectionDetails();
		}

	}

}
