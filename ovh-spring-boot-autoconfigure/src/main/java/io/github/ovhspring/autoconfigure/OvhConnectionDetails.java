package io.github.ovhspring.autoconfigure;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhEndpoint;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

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
	 * Return the credentials.
	 * @return the credentials
	 */
	OvhCredentials getCredentials();

}
