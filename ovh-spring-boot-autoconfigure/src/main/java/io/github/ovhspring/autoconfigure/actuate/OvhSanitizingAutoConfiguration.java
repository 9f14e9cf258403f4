package io.github.ovhspring.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that hides the secrets of {@code ovh.*} from the actuator's
 * endpoints, also where the application lets them show values.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class OvhSanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OvhSanitizingFunction ovhSanitizingFunction(Environment environment) {
		return new OvhSanitizingFunction(environment);
	}

}
