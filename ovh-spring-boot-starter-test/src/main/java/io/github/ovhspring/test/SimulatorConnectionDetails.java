package io.github.ovhspring.test;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.client.OvhEndpoint;

/**
 * {@link OvhConnectionDetails} of a simulator.
 *
 * @param endpoint where it listens
 * @param credentials the keys it knows
 */
record SimulatorConnectionDetails(OvhEndpoint endpoint, OvhCredentials credentials) implements OvhConnectionDetails {

	@Override
	public OvhEndpoint getEndpoint() {
		return this.endpoint;
	}

	@Override
	public OvhCredentials getCredentials() {
		return this.credentials;
	}

	/** The simulator stands for every endpoint. */
	@Override
	public OvhConnectionDetails getClient(String name) {
		return this;
	}

}
