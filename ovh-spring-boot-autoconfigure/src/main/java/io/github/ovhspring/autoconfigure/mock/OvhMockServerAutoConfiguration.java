package io.github.ovhspring.autoconfigure.mock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.restclient.test.MockServerRestClientCustomizer;
import org.springframework.boot.restclient.test.autoconfigure.MockRestServiceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for a {@code MockRestServiceServer} that serves {@code OvhClient}
 * and HTTP service groups alike.
 */
@AutoConfiguration(before = MockRestServiceServerAutoConfiguration.class)
@ConditionalOnClass(MockServerRestClientCustomizer.class)
@ConditionalOnBooleanProperty("spring.test.restclient.mockrestserviceserver.enabled")
public final class OvhMockServerAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MockServerRestClientCustomizer ovhMockServerRestClientCustomizer() {
		return new SharedMockServerCustomizer(new OvhExpectationManager());
	}

}
