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

	static BurstResult activated(Server server) {
		return new BurstResult(server.name(), true, null);
	}

	static BurstResult failed(Server server, OvhApiException failure) {
		return new BurstResult(server.name(), false, failure.apiMessage());
	}

}
