package io.github.ovhspring.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;

import org.springframework.test.context.BootstrapUtils;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Keeps JUnit from running test classes at the same time that share a context, whose
 * simulator could not tell the calls of one from those of the other.
 */
final class SharedContextLocks implements ResourceLocksProvider {

	private static final Map<MergedContextConfiguration, Integer> CONTEXTS = new ConcurrentHashMap<>();

	private static final AtomicInteger LAST = new AtomicInteger();

	@Override
	public Set<Lock> provideForClass(Class<?> testClass) {
		return Set.of(lock(testClass));
	}

	@Override
	public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
		return Set.of(lock(testClass));
	}

	private static Lock lock(Class<?> testClass) {
		MergedContextConfiguration context = BootstrapUtils.resolveTestContextBootstrapper(testClass)
			.buildMergedContextConfiguration();
		int number = CONTEXTS.computeIfAbsent(context, (key) -> LAST.incrementAndGet());
		return new Lock("io.github.ovhspring.test.OvhSimulator#" + number);
	}

}
