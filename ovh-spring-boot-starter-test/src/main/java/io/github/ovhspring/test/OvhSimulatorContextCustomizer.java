package io.github.ovhspring.test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Adds a simulator to the context of a test. Those with the same settings are equal, so
 * that test classes share a context.
 *
 * @param settings what the test class says
 * @param slice whether the test has but a part of the application
 */
record OvhSimulatorContextCustomizer(OvhSimulatorSettings settings, boolean slice) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context,
				context.getEnvironment());
		reader.registerBean(OvhSimulatorSettings.class, () -> this.settings);
		reader.register(OvhSimulatorConfiguration.class);
		if (this.slice) {
			reader.register(OvhSliceConfiguration.class);
			// Later than the annotation of the slice, which turns the mock server on.
			BeanDefinitionRegistryPostProcessor withoutMockServer = (registry) -> TestPropertyValues
				.of("spring.test.restclient.mockrestserviceserver.enabled=false")
				.applyTo(context);
			context.addBeanFactoryPostProcessor(withoutMockServer);
		}
	}

}
