package io.github.ovhspring.autoconfigure.observation;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.observation.OvhObservationFilter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for metrics and traces of calls to the OVHcloud API.
 */
@AutoConfiguration(after = OvhAutoConfiguration.class)
@ConditionalOnClass(ObservationProperties.class)
@ConditionalOnBean(OvhClients.class)
@EnableConfigurationProperties(ObservationProperties.class)
public final class OvhObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OvhObservationFilter ovhObservationFilter(ObservationProperties properties) {
		return new OvhObservationFilter(properties.getHttp().getClient().getRequests().getName());
	}

}
