package io.github.ovhspring.test.customer;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dedicated server.
 *
 * @param details what the API answers for it
 * @param burst its network burst
 * @param tasks what was done to it, by id
 * @param accesses accesses to its console, by type
 */
record Server(ObjectNode details, ObjectNode burst, Map<String, ServerTask> tasks, Map<String, IpmiAccess> accesses) {

	static Server of(JsonNode json) {
		return new Server((ObjectNode) json.path("details"), (ObjectNode) json.path("burst"), new LinkedHashMap<>(),
				new LinkedHashMap<>());
	}

	String name() {
		return this.details.path("name").asString();
	}

}
