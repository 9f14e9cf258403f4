package io.github.ovhspring.test.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

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
			.put("startDate", text(now))
			.put("lastUpdate", text(now))
			.putNull("doneDate")
			.put("comment", function)
			.putNull("note")
			.put("needSchedule", false)
			.putNull("plannedInterventionId")
			.putNull("ticketReference")
			.putNull("tags");
	}

	static String text(Instant instant) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME
			.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
	}

	ObjectNode json() {
		return this.json.deepCopy();
	}

	boolean isDone() {
		return this.state == STATES.size() - 1;
	}

	ServerTask lookedAt(Instant now) {
		if (!isDone()) {
			this.json.put("status", STATES.get(++this.state)).put("lastUpdate", text(now));
			if (isDone()) {
				this.json.put("doneDate", text(now));
			}
		}
		return this;
	}

}
