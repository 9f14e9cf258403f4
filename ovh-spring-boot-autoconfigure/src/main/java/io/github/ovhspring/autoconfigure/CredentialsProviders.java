package io.github.ovhspring.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;

/**
 * Finds the application's own sources of credentials: one with the qualifier of a named
 * client is for that client, another is for the unnamed one.
 */
record CredentialsProviders(ListableBeanFactory beanFactory, Collection<String> clientNames) {

	/**
	 * Return the names of the beans that are for the unnamed client.
	 */
	List<String> unnamedBeans() {
		return beans().filter((bean) -> this.clientNames.stream().noneMatch((name) -> isFor(name, bean))).toList();
	}

	@Nullable OvhCredentialsProvider unnamed() {
		List<String> beans = unnamedBeans();
		return (beans.size() > 1) ? this.beanFactory.getBean(OvhCredentialsProvider.class) : first(beans);
	}

	@Nullable OvhCredentialsProvider named(String name) {
		return first(beans().filter((bean) -> isFor(name, bean)).toList());
	}

	private Stream<String> beans() {
		return Stream.of(this.beanFactory.getBeanNamesForType(OvhCredentialsProvider.class, true, false));
	}

	private boolean isFor(String name, String bean) {
		return BeanFactoryAnnotationUtils.isQualifierMatch(name::equals, bean, this.beanFactory);
	}

	private @Nullable OvhCredentialsProvider first(List<String> beans) {
		return beans.isEmpty() ? null : this.beanFactory.getBean(beans.get(0), OvhCredentialsProvider.class);
	}

}
