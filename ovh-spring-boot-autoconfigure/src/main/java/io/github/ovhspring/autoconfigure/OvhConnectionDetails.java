package io.github.ovhspring.autoconfigure;

import java.net.URI;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Details required to establish a connection to the OVHcloud API. A bean of this type
 * replaces what properties and {@code ovh.conf} say.
 */
public interface OvhConnectionDetails extends ConnectionDetails {

	/**
	 * Return the endpoint.
	 * @return the endpoint
	 */
	OvhEndpoint getEndpoint();

	/**
	 * Return the credentials, or a source of those that change.
	 * @return the credentials
	 */
	OvhCredentialsProvider getCredentials();

	/**
	 * Return where a service account gets its tokens.
	 * @return the token endpoint, or {@code null} for the one that is known for the
	 * endpoint
	 */
	default @Nullable URI getTokenUri() {
		return null;
	}

	/**
	 * Return the SSL bundle by which the endpoint is trusted.
	 * @return the bundle, or {@code null} for what properties say
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

	/**
	 * Return the details of a client that is configured by {@code ovh.clients.<name>.*}.
	 * @param name the name of the client
	 * @return its details, or {@code null} for what properties and {@code ovh.conf} say
	 */
	default @Nullable OvhConnectionDetails getClient(String name) {
		return null;
	}

}
