package io.github.ovhspring.autoconfigure.service;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhRestClientConfigurer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientProperties;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Gives our groups the HTTP client of their {@code OvhClient}, with what the application
 * sets by {@code spring.http.serviceclient.<group>.*}.
 */
class OvhRequestFactoryGroupConfigurer implements RestClientHttpServiceGroupConfigurer {

	// After Spring Boot's own, which always sets an HTTP client, and before customizers,
	// such as the one that puts a mock server in the place of it.
	private static final int ORDER = -100;

	private final OvhGroups ours;

	private final HttpServiceClientProperties properties;

	private final HttpClientSettingsPropertyMapper settings;

	OvhRequestFactoryGroupConfigurer(OvhGroups ours, HttpServiceClientProperties properties,
			@Nullable SslBundles sslBundles) {
		this.ours = ours;
		this.properties = properties;
		this.settings = new HttpClientSettingsPropertyMapper(sslBundles, HttpClientSettings.defaults());
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void configureGroups(Groups<RestClient.Builder> groups) {
		groups.filter(this.ours::contain)
			.forEachClient((group, builder) -> this.ours.client(group)
				.ifPresent((client) -> configure(group, client, builder)));
	}

	private void configure(HttpServiceGroup group, OvhClient client, RestClient.Builder builder) {
		HttpClientProperties properties = this.properties.get(group.name());
		if (properties != null) {
			checkBaseUrl(group, client, properties.getBaseUrl());
		}
		OvhRestClientConfigurer.of(client)
			.map((configurer) -> configurer.requestFactory(this.settings.map(properties)))
			.ifPresent(builder::requestFactory);
	}

	private static void checkBaseUrl(HttpServiceGroup group, OvhClient client, @Nullable String baseUrl) {
		if (baseUrl != null && !baseUrl.equals(client.endpoint().uri().toString())) {
			throw new InvalidConfigurationPropertyValueException("spring.http.serviceclient." + group
				.name() + ".base-url", baseUrl, "Must be " + client.endpoint().uri()
						+ " or left out: this group calls the endpoint of its OvhClient, which 'ovh.endpoint' sets");
		}
	}

}
