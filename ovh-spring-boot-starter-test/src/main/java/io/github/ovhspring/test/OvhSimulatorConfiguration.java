package io.github.ovhspring.test;

import io.github.ovhspring.autoconfigure.OvhConnectionDetails;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Beans of {@link EnableOvhSimulator @EnableOvhSimulator}.
 */
@Configuration(proxyBeanMethods = false)
class OvhSimulatorConfiguration {

	@Bean
	OvhSimulator ovhSimulator() {
		return OvhSimulator.start();
	}

	// Primary, as an application may have connection details of its own.
	@Bean
	@Primary
	OvhConnectionDetails ovhSimulatorConnectionDetails(OvhSimulator ovhSimulator) {
		return ovhSimulator.connectionDetails();
	}

}
