package io.github.ovhspring.autoconfigure.health;

import java.util.Map;
import java.util.TreeMap;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.health.OvhHealthIndicator;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the health check of the OVHcloud API.
 */
@AutoConfiguration(after = OvhAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(OvhClients.class)
@ConditionalOnEnabledHealthIndicator("ovh")
@EnableConfigurationProperties(OvhHealthProperties.class)
public final class OvhHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "ovhHealthIndicator", "ovhHealthContributor" })
	HealthContributor ovhHealthContributor(ConfigurableListableBeanFactory beanFactory, OvhClients clients,
			OvhHealthProperties properties, Environment environment) {
		Map<String, OvhHealthIndicator> indicators = new TreeMap<>();
		clients(beanFactory, clients).forEach((name, client) -> indicators.put(name,
				new OvhHealthIndicator(client, properties.timeout(name, environment))));
		return (indicators.size() == 1) ? indicators.values().iterator().next()
				: CompositeHealthContributor.fromMap(indicators);
	}

	private static Map<String, OvhClient> clients(ConfigurableListableBeanFactory beanFactory, OvhClients clients) {
		Map<String, OvhClient> result = new TreeMap<>();
		clients.names().forEach((name) -> result.put(name, clients.get(name)));
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, OvhClient.class)
			.forEach((bean, client) -> {
				if (!result.containsValue(client)) {
					result.put(bean.equals("ovhClient") ? "default" : bean, client);
				}
			});
		return result;
	}

}
