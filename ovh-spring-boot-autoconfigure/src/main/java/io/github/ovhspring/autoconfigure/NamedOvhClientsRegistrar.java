package io.github.ovhspring.autoconfigure;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes a bean of each named client. Only injection points with its qualifier see it, so
 * that it does not compete with the client without a name.
 */
class NamedOvhClientsRegistrar implements ImportBeanDefinitionRegistrar {

	static final String CLIENTS = "ovhClients";

	private final Environment environment;

	NamedOvhClientsRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		// An application may have clients of its own instead.
		if (registry.containsBeanDefinition(CLIENTS)) {
			ClientNames.of(this.environment)
				.forEach((name) -> registry.registerBeanDefinition(beanName(name), definition(name)));
		}
	}

	static String beanName(String name) {
		return name + "OvhClient";
	}

	private static RootBeanDefinition definition(String name) {
		RootBeanDefinition definition = new RootBeanDefinition(OvhClient.class);
		definition.setFactoryBeanName(CLIENTS);
		definition.setFactoryMethodName("get");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		definition.setDefaultCandidate(false);
		definition.setDescription("Client '" + name + "' of " + OvhClients.class.getSimpleName());
		return definition;
	}

}
