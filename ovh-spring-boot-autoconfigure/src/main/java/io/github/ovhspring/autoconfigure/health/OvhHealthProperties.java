package io.github.ovhspring.autoconfigure.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Configuration properties for the health check of the OVHcloud API.
 *
 * @param timeout Time that the health check waits for an answer.
 */
@ConfigurationProperties("ovh.health")
record OvhHealthProperties(@DefaultValue("5s") Duration timeout) {

	OvhHealthProperties {
		check("ovh.health.timeout", timeout);
	}

	/**
	 * Return how long the check of a named client waits.
	 */
	Duration timeout(String client, Environment environment) {
		ConfigurationPropertyName key = ConfigurationPropertyName.adapt("ovh.clients." + client + ".health.timeout",
				'.');
		Duration own = Binder.get(environment).bind(key, Bindable.of(Duration.class)).orElse(this.timeout);
		check(key.toString(), own);
		return own;
	}

	private static void check(String key, Duration timeout) {
		if (timeout.isZero() || timeout.isNegative()) {
			throw new InvalidConfigurationPropertyValueException(key, timeout, "Must be longer than nothing");
		}
	}

}
