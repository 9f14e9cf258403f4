package io.github.ovhspring.test;

import java.util.Objects;

import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportAware;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Beans of {@link EnableOvhSimulator @EnableOvhSimulator}.
 */
@Configuration(proxyBeanMethods = false)
class OvhSimulatorConfiguration implements ImportAware {

	static final String SSL_BUNDLE = "ovh-simulator";

	private @Nullable OvhSimulatorSettings imported;

	@Override
	public void setImportMetadata(AnnotationMetadata importMetadata) {
		this.imported = OvhSimulatorSettings
			.of(importMetadata.getAnnotations().get(EnableOvhSimulator.class).synthesize());
	}

	// Of a test there are settings as a bean.
	private OvhSimulatorSettings settings(ObjectProvider<OvhSimulatorSettings> settings) {
		return settings.getIfAvailable(() -> Objects.requireNonNull(this.imported));
	}

	@Bean
	OvhSimulator ovhSimulator(ObjectProvider<OvhSimulatorSettings> settings) {
		return settings(settings).start();
	}

	// Primary, as an application may have connection details of its own.
	@Bean
	@Primary
	OvhConnectionDetails ovhSimulatorConnectionDetails(OvhSimulator ovhSimulator,
			ObjectProvider<OvhSimulatorSettings> settings) {
		OvhSimulatorSettings present = settings(settings);
		return ovhSimulator.connectionDetails(present.authentication(), present.named());
	}

	@Bean
	SslBundleRegistrar ovhSimulatorSslBundle(OvhSimulator ovhSimulator) {
		SslBundle bundle = ovhSimulator.sslBundle();
		return (registry) -> {
			if (bundle != null) {
				registry.registerBundle(SSL_BUNDLE, bundle);
			}
		};
	}

}
