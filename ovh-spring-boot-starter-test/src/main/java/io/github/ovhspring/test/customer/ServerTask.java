package io.github.ovhspring.test.customer;

import java.time.Instant;
import java.util.List;

import io.github.ovhspring.test.rest.ApiTypes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that takes a server some time. It goes on by being looked at, so that tests
 * need not wait.
 */
final class ServerTask {

	private static final List<String> STATES = List.of("init", "todo", "doing", "done");

	private final ObjectNode json;

	private int state;

	ServerTask(long id, String function, Instant now) {
		this.json = JsonNodeFactory.instance.objectNode();
		this.json.put("taskId", id)
			.put("function", function)
			.put("status", STATES.get(0))
			.put("startDate", ApiTypes.text(now))
			.put("lastUpdate", ApiTypes.text(now))
			.putNull("doneDate")
			.put("comment", function)
			.putNull("note")
			.put("needSchedule", false)
			.putNull("plannedInterventionId")
			.putNull("ticketReference")
			.putNull("tags");
	}

	ObjectNode json() {
		return this.json.deepCopy();
	}

	boolean isDone() {
		return this.state == STATES.size() - 1;
	}

	ServerTask lookedAt(Instant now) {
		if (!isDone()) {
			this.json.put("status", STATES.get(++this.state)).put("lastUpdate", ApiTypes.text(now));
			if (isDone()) {
				this.json.put("doneDate", ApiTypes.text(now));
			}
		}
		return this;
	}

}
