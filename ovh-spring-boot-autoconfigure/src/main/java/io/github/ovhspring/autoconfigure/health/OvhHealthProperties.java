package io.github.ovhspring.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties for the health check of the OVHcloud API.
 *
 * @param timeout Time that the health check waits for an answer.
 */
@ConfigurationProperties("ovh.health")
record OvhHealthProperties(@DefaultValue("5s") Duration timeout) {

	OvhHealthProperties {
		if (timeout.isZero() || timeout.isNegative()) {
			throw new InvalidConfigurationPropertyValueException("ovh.health.timeout", timeout,
					"Must be longer than nothing");
		}
	}

}
