package io.github.ovhspring.test.customer;

import java.time.Duration;
import java.time.Instant;

import io.github.ovhspring.test.rest.ApiTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Access to a server's console, good for some minutes from when it is ready.
 */
final class IpmiAccess {

	private final ServerTask task;

	private final Duration timeToLive;

	private final String value;

	private @Nullable Instant expiration;

	IpmiAccess(ServerTask task, Duration timeToLive, String value) {
		this.task = task;
		this.timeToLive = timeToLive;
		this.value = value;
	}

	ObjectNode lookedAt(Instant now) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		if (this.task.lookedAt(now).isDone()) {
			Instant expiration = expiration(now);
			if (now.isBefore(expiration)) {
				return json.put("value", this.value).put("expiration", ApiTypes.text(expiration));
			}
		}
		return json.putNull("value").putNull("expiration");
	}

	private Instant expiration(Instant now) {
		if (this.expiration == null) {
			this.expiration = now.plus(this.timeToLive);
		}
		return this.expiration;
	}

}
