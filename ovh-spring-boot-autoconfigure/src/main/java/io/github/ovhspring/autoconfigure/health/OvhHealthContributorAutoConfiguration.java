package io.github.ovhspring.autoconfigure.health;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.health.OvhHealthIndicator;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the health check of the OVHcloud API.
 */
@AutoConfiguration(after = OvhAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(OvhClient.class)
@ConditionalOnEnabledHealthIndicator("ovh")
@EnableConfigurationProperties(OvhHealthProperties.class)
public final class OvhHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<OvhHealthIndicator, OvhClient> {

	OvhHealthContributorAutoConfiguration(OvhHealthProperties properties) {
		super((client) -> new OvhHealthIndicator(client, properties.timeout()));
	}

	@Bean
	@ConditionalOnMissingBean(name = { "ovhHealthIndicator", "ovhHealthContributor" })
	HealthContributor ovhHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, OvhClient.class);
	}

}
