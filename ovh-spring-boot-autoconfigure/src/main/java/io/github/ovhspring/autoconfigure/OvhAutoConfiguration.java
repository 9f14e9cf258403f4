package io.github.ovhspring.autoconfigure;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClientCustomizer;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the OVHcloud API client.
 */
@AutoConfiguration(after = { SslAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
		RestClientAutoConfiguration.class })
@EnableConfigurationProperties(OvhProperties.class)
public final class OvhAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean({ OvhConnectionDetails.class, OvhClient.class })
	@Conditional(OnOvhConfiguredCondition.class)
	PropertiesOvhConnectionDetails ovhConnectionDetails(Environment environment, BeanFactory beanFactory,
			ObjectProvider<OvhCredentialsProvider> credentials) {
		OvhSettings settings = OvhSettings.of(environment, OnOvhConfiguredCondition.locations(beanFactory));
		OvhCredentialsProvider provider = credentials.getIfAvailable();
		return (provider != null) ? PropertiesOvhConnectionDetails.of(settings, provider)
				: PropertiesOvhConnectionDetails.of(settings);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(OvhConnectionDetails.class)
	OvhClient ovhClient(OvhConnectionDetails details, OvhProperties properties,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> requestFactoryBuilder,
			ObjectProvider<HttpClientSettings> commonSettings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RestClientCustomizer> restClientCustomizers,
			ObjectProvider<OvhClientCustomizer> customizers) {
		OvhClient.Builder builder = OvhClient.builder()
			.endpoint(details.getEndpoint())
			.credentials(details.getCredentials())
			.requestFactoryBuilder(requestFactoryBuilder.getIfAvailable(ClientHttpRequestFactoryBuilder::detect))
			.httpClientSettings(settings(properties.http(), sslBundles)
				.orElse(commonSettings.getIfAvailable(HttpClientSettings::defaults)))
			.maxResponseSize(properties.http().maxResponseSize());
		PropertyMapper.get().from(details::getTokenUri).to(builder::tokenUri);
		restClientCustomizers.orderedStream()
			.forEach((customizer) -> builder.configureRestClient(customizer::customize));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private static HttpClientSettings settings(OvhProperties.Http http, ObjectProvider<SslBundles> sslBundles) {
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withTimeouts(http.connectTimeout(), http.readTimeout());
		return PropertyMapper.get()
			.from(http.ssl()::bundle)
			.as((name) -> sslBundles.getObject().getBundle(name))
			.to(settings, HttpClientSettings::withSslBundle);
	}

}
