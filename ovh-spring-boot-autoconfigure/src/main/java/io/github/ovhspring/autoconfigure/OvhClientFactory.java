package io.github.ovhspring.autoconfigure;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClientCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Makes clients of properties and of what the application has for HTTP clients in
 * general.
 */
class OvhClientFactory {

	private final Environment environment;

	private final ObjectProvider<ClientHttpRequestFactoryBuilder<?>> requestFactoryBuilder;

	private final ObjectProvider<HttpClientSettings> commonSettings;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<RestClientCustomizer> restClientCustomizers;

	private final ObjectProvider<OvhClientCustomizer> customizers;

	OvhClientFactory(Environment environment, ObjectProvider<ClientHttpRequestFactoryBuilder<?>> requestFactoryBuilder,
			ObjectProvider<HttpClientSettings> commonSettings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RestClientCustomizer> restClientCustomizers,
			ObjectProvider<OvhClientCustomizer> customizers) {
		this.environment = environment;
		this.requestFactoryBuilder = requestFactoryBuilder;
		this.commonSettings = commonSettings;
		this.sslBundles = sslBundles;
		this.restClientCustomizers = restClientCustomizers;
		this.customizers = customizers;
	}

	OvhClient unnamed(OvhConnectionDetails details) {
		return create(ClientNames.UNNAMED, details, PropertyGroup.root(this.environment));
	}

	OvhClient named(String name, OvhConnectionDetails details) {
		return create(name, details, PropertyGroup.client(this.environment, name));
	}

	private OvhClient create(String name, OvhConnectionDetails details, PropertyGroup properties) {
		OvhProperties.Http http = properties.bind("http", OvhProperties.Http.class).checked(properties);
		OvhClient.Builder builder = OvhClient.builder()
			.name(name)
			.endpoint(details.getEndpoint())
			.credentials(details.getCredentials())
			.requestFactoryBuilder(this.requestFactoryBuilder.getIfAvailable(ClientHttpRequestFactoryBuilder::detect))
			.httpClientSettings(settings(http).orElse(this.commonSettings.getIfAvailable(HttpClientSettings::defaults)))
			.maxResponseSize(http.maxResponseSize());
		PropertyMapper.get().from(details::getTokenUri).to(builder::tokenUri);
		this.restClientCustomizers.orderedStream()
			.forEach((customizer) -> builder.configureRestClient(customizer::customize));
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(name, builder));
		return builder.build();
	}

	private HttpClientSettings settings(OvhProperties.Http http) {
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withTimeouts(http.connectTimeout(), http.readTimeout());
		return PropertyMapper.get()
			.from(http.ssl()::bundle)
			.as((bundle) -> this.sslBundles.getObject().getBundle(bundle))
			.to(settings, HttpClientSettings::withSslBundle);
	}

}
