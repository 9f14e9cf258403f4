package io.github.ovhspring.test;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.autoconfigure.service.OvhHttpServiceAutoConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the clients to slices that do not have them, such as {@code @WebMvcTest}.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ SslAutoConfiguration.class, JacksonAutoConfiguration.class,
		HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
		RestClientAutoConfiguration.class, HttpServiceClientPropertiesAutoConfiguration.class,
		HttpServiceClientAutoConfiguration.class, OvhAutoConfiguration.class, OvhHttpServiceAutoConfiguration.class })
class OvhSliceConfiguration {

}
