package io.github.ovhspring.test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Adds a simulator to the context of a test. All instances are equal, so that test
 * classes share a context.
 */
record OvhSimulatorContextCustomizer() implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context, context.getEnvironment())
			.register(OvhSimulatorConfiguration.class);
	}

}
