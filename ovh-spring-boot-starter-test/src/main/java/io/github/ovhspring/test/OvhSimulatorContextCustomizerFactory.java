package io.github.ovhspring.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds the tests that want a simulator: nested classes too, and those with imports of
 * their own, for which the import of the annotation itself is not considered.
 */
final class OvhSimulatorContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		EnableOvhSimulator enabled = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				EnableOvhSimulator.class);
		return (enabled != null)
				? new OvhSimulatorContextCustomizer(OvhSimulatorSettings.of(enabled), isSlice(testClass)) : null;
	}

	private static boolean isSlice(Class<?> testClass) {
		return TestContextAnnotationUtils.hasAnnotation(testClass, OverrideAutoConfiguration.class);
	}

}
