package io.github.ovhspring.test;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SharedContextLocks}: two test classes are run by JUnit in parallel,
 * and each looks whether the other is there.
 */
class ParallelTestClassesTests {

	private static final Queue<Boolean> MET = new ConcurrentLinkedQueue<>();

	private static volatile CountDownLatch both = new CountDownLatch(2);

	private static volatile long patienceMillis;

	@AfterEach
	void forget() {
		MET.clear();
		both = new CountDownLatch(2);
	}

	@ParameterizedTest
	@MethodSource("sharing")
	void whenContextIsSharedThenOneFollowsTheOther(List<Class<?>> testClasses) {
		run(500, testClasses);
		assertThat(MET).containsExactly(false, true);
	}

	static Stream<Arguments> sharing() {
		return Stream.of(arguments(List.of(First.class, Second.class)),
				arguments(List.of(First.class, Outer.Inner.class)));
	}

	@Test
	void whenContextIsNotSharedThenBothRunAtOnce() {
		run(60_000, List.of(First.class, Apart.class));
		assertThat(MET).containsExactly(true, true);
	}

	private static void run(long patience, List<Class<?>> testClasses) {
		patienceMillis = patience;
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(testClasses.stream().map(DiscoverySelectors::selectClass).toList())
			.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
			.configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
			.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
			.configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		assertThat(listener.getSummary().getFailures()).isEmpty();
		assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(2);
	}

	private static void meet(OvhSimulator ovh) throws InterruptedException {
		assertThat(ovh).isNotNull();
		both.countDown();
		MET.add(both.await(patienceMillis, TimeUnit.MILLISECONDS));
	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator
	static class First {

		@Test
		void meets(OvhSimulator ovh) throws InterruptedException {
			meet(ovh);
		}

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator
	static class Second {

		@Test
		void meets(OvhSimulator ovh) throws InterruptedException {
			meet(ovh);
		}

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator
	static class Outer {

		@Nested
		class Inner {

			@Test
			void meets(OvhSimulator ovh) throws InterruptedException {
				meet(ovh);
			}

		}

	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	@EnableOvhSimulator(authentication = SimulatedAuthentication.ANONYMOUS)
	static class Apart {

		@Test
		void meets(OvhSimulator ovh) throws InterruptedException {
			meet(ovh);
		}

	}

}
