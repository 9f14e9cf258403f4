package io.github.ovhspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the OVHcloud API client, and for further ones that have names.
 */
@AutoConfiguration(after = { SslAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
		RestClientAutoConfiguration.class })
@EnableConfigurationProperties(OvhProperties.class)
@Import({ CallContext.class, OvhClientFactory.class, NamedOvhClientsRegistrar.class })
public final class OvhAutoConfiguration {

	private static final Log logger = LogFactory.getLog(OvhAutoConfiguration.class);

	// Lazy, as files do not matter to an application that has connection details.
	@Bean
	@Lazy
	OvhSettings ovhSettings(Environment environment, ListableBeanFactory beanFactory) {
		OvhSettings settings = OvhSettings.of(environment, OnOvhConfiguredCondition.locations(beanFactory));
		settings.warnings().forEach(logger::warn);
		return settings;
	}

	@Bean
	@ConditionalOnMissingBean({ OvhConnectionDetails.class, OvhClient.class })
	@Conditional(OnOvhConfiguredCondition.class)
	PropertiesOvhConnectionDetails ovhConnectionDetails(OvhSettings settings, ListableBeanFactory beanFactory) {
		return PropertiesOvhConnectionDetails.of(settings.unnamed(),
				new CredentialsProviders(beanFactory, settings.names()).unnamed());
	}

	@Bean
	@Primary
	@ConditionalOnMissingBean
	@ConditionalOnBean(OvhConnectionDetails.class)
	OvhClient ovhClient(OvhConnectionDetails details, OvhClientFactory factory) {
		return factory.unnamed(details);
	}

	@Bean(NamedOvhClientsRegistrar.CLIENTS)
	@ConditionalOnMissingBean(OvhClients.class)
	@Conditional(OnAnyOvhClientCondition.class)
	DefaultOvhClients ovhClients(Environment environment, OvhClientFactory factory,
			ObjectProvider<OvhSettings> settings, ListableBeanFactory beanFactory,
			ObjectProvider<OvhConnectionDetails> details, ObjectProvider<OvhClient> unnamed) {
		Map<String, OvhClient> named = new LinkedHashMap<>();
		for (String name : ClientNames.of(environment)) {
			OvhConnectionDetails common = details.getIfAvailable();
			OvhConnectionDetails own = (common != null) ? common.getClient(name) : null;
			named.put(name,
					factory.named(name, (own != null) ? own : details(name, settings.getObject(), beanFactory)));
		}
		return new DefaultOvhClients(unnamed::getIfAvailable, named);
	}

	private static OvhConnectionDetails details(String name, OvhSettings settings, ListableBeanFactory beanFactory) {
		return PropertiesOvhConnectionDetails.of(settings.client(name),
				new CredentialsProviders(beanFactory, settings.names()).named(name));
	}

}
