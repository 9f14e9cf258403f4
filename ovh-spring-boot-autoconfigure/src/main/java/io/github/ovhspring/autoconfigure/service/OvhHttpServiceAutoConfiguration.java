package io.github.ovhspring.autoconfigure.service;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/**
 * Auto-configuration for the HTTP service groups {@code ovh} and
 * {@code ovh-<name of a client>}, so that their interfaces call the OVHcloud API.
 */
@AutoConfiguration(after = { OvhAutoConfiguration.class, HttpServiceClientAutoConfiguration.class,
		HttpServiceClientPropertiesAutoConfiguration.class })
@ConditionalOnBean({ HttpServiceProxyRegistry.class, HttpServiceClientProperties.class })
public final class OvhHttpServiceAutoConfiguration {

	@Bean
	OvhRequestFactoryGroupConfigurer ovhRequestFactoryGroupConfigurer(ObjectProvider<OvhClient> unnamed,
			ObjectProvider<OvhClients> named, HttpServiceClientProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new OvhRequestFactoryGroupConfigurer(new OvhGroups(unnamed, named), properties,
				sslBundles.getIfAvailable());
	}

	@Bean
	OvhSigningGroupConfigurer ovhSigningGroupConfigurer(ObjectProvider<OvhClient> unnamed,
			ObjectProvider<OvhClients> named) {
		return new OvhSigningGroupConfigurer(new OvhGroups(unnamed, named));
	}

}
