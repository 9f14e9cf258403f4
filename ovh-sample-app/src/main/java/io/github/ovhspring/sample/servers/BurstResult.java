package io.github.ovhspring.sample.servers;

import io.github.ovhspring.client.OvhApiException;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one server.
 *
 * @param server the name of the server
 * @param active whether its burst is active now
 * @param error why not
 */
record BurstResult(String server, boolean active, @Nullable String error) {

	static BurstResult activated(String server) {
		return new BurstResult(server, true, null);
	}

	static BurstResult failed(String server, RuntimeException failure) {
		String message = (failure instanceof OvhApiException ex) ? ex.apiMessage() : null;
		return new BurstResult(server, false, (message != null) ? message : failure.getMessage());
	}

}
