package io.github.ovhspring.autoconfigure;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClientCustomizer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;

/**
 * Makes clients of properties and of what the application has for HTTP clients in
 * general.
 */
class OvhClientFactory {

	private final Environment environment;

	private final OvhProperties defaults;

	private final ObjectProvider<ClientHttpRequestFactoryBuilder<?>> requestFactoryBuilder;

	private final ObjectProvider<HttpClientSettings> commonSettings;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<RestClientCustomizer> restClientCustomizers;

	private final ObjectProvider<OvhClientCustomizer> customizers;

	private final CallContext context;

	OvhClientFactory(Environment environment, OvhProperties defaults,
			ObjectProvider<ClientHttpRequestFactoryBuilder<?>> requestFactoryBuilder,
			ObjectProvider<HttpClientSettings> commonSettings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RestClientCustomizer> restClientCustomizers, ObjectProvider<OvhClientCustomizer> customizers,
			CallContext context) {
		this.environment = environment;
		this.defaults = defaults;
		this.requestFactoryBuilder = requestFactoryBuilder;
		this.commonSettings = commonSettings;
		this.sslBundles = sslBundles;
		this.restClientCustomizers = restClientCustomizers;
		this.customizers = customizers;
		this.context = context;
	}

	OvhClient unnamed(OvhConnectionDetails details) {
		return create(ClientNames.UNNAMED, details, PropertyGroup.root(this.environment));
	}

	OvhClient named(String name, OvhConnectionDetails details) {
		return create(name, details, PropertyGroup.client(this.environment, name));
	}

	private OvhClient create(String name, OvhConnectionDetails details, PropertyGroup properties) {
		OvhProperties.Http http = properties.bind("http", OvhProperties.Http.class).checked(properties);
		OvhProperties.Retry retry = properties.bind("retry", OvhProperties.Retry.class).checked(properties);
		OvhClient.Builder builder = OvhClient.builder()
			.name(name)
			.endpoint(details.getEndpoint())
			.credentials(details.getCredentials())
			.requestFactoryBuilder(this.requestFactoryBuilder.getIfAvailable(ClientHttpRequestFactoryBuilder::detect))
			.httpClientSettings(settings(http, details, properties)
				.orElse(this.commonSettings.getIfAvailable(HttpClientSettings::defaults)))
			.maxResponseSize(http.maxResponseSize())
			.maxAttempts(retry.attempts())
			.retryDelay(retry.initialDelay(), retry.maxDelay())
			.concurrency(concurrency(properties))
			.virtualThreads(Threading.VIRTUAL.isActive(this.environment))
			.taskDecorator(this.context.decorator());
		PropertyMapper.get().from(details::getTokenUri).to(builder::tokenUri);
		this.restClientCustomizers.orderedStream()
			.forEach((customizer) -> builder.configureRestClient(customizer::customize));
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(name, builder));
		return builder.build();
	}

	private int concurrency(PropertyGroup properties) {
		int concurrency = properties.bind("concurrency", Integer.class, this.defaults.concurrency());
		properties.require(concurrency >= 1, "concurrency", concurrency, "Must be at least 1");
		return concurrency;
	}

	private HttpClientSettings settings(OvhProperties.Http http, OvhConnectionDetails details,
			PropertyGroup properties) {
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withTimeouts(http.connectTimeout(), http.readTimeout());
		return PropertyMapper.get()
			.from(sslBundle(http, details, properties))
			.to(settings, HttpClientSettings::withSslBundle);
	}

	private @Nullable SslBundle sslBundle(OvhProperties.Http http, OvhConnectionDetails details,
			PropertyGroup properties) {
		String name = http.ssl().bundle();
		SslBundle bundle = details.getSslBundle();
		return (bundle != null || name == null) ? bundle : sslBundle(name, properties);
	}

	private SslBundle sslBundle(String name, PropertyGroup properties) {
		try {
			return this.sslBundles.getObject().getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationPropertyValueException(properties.key("http.ssl.bundle"), name,
					"Must be the name of a bundle below 'spring.ssl.bundle'");
		}
	}

}
