package io.github.ovhspring.test.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Holds a call against its description.
 *
 * @param operation the description
 * @param problems takes what is wrong
 */
record OperationCheck(ApiOperation operation, Consumer<String> problems) {

	private static final Pattern SCALAR = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false");

	private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	void check(ApiCall call) {
		for (String name : call.queryNames()) {
			Shape shape = this.operation.query().get(name);
			if (shape == null) {
				this.problems.accept("unknown query parameter " + name
						+ (this.operation.query().isEmpty() ? "" : ", there are " + known()));
			}
			else {
				call.queries(name).forEach((value) -> check(name, value, shape.element()));
			}
		}
		this.operation.requiredQuery()
			.stream()
			.filter((name) -> call.query(name).isEmpty())
			.forEach((name) -> this.problems.accept("query parameter " + name + " is missing"));
		checkBody(call);
	}

	private String known() {
		return String.join(", ", this.operation.query().keySet());
	}

	/** A text of the query is right if one of the values that it may stand for is. */
	private void check(String name, String text, Shape shape) {
		List<String> found = new ArrayList<>();
		Place place = Place.of("query parameter " + name, found::add);
		for (JsonNode candidate : candidates(text)) {
			found.clear();
			shape.check(candidate, place);
			if (found.isEmpty()) {
				return;
			}
		}
		found.forEach(this.problems);
	}

	private static List<JsonNode> candidates(String text) {
		List<JsonNode> candidates = new ArrayList<>();
		if (SCALAR.matcher(text).matches()) {
			candidates.add(new JsonMapper().readTree(text));
		}
		else if (DATE.matcher(text).matches()) {
			candidates.add(JsonNodeFactory.instance.stringNode(text + "T00:00:00Z"));
		}
		candidates.add(JsonNodeFactory.instance.stringNode(text));
		return candidates;
	}

	private void checkBody(ApiCall call) {
		Place place = Place.of("body", this.problems);
		if (this.operation.body() == Shape.NOTHING) {
			if (call.hasBody()) {
				place.report("is there, and the API expects none");
			}
			return;
		}
		try {
			this.operation.body().check(call.hasBody() ? call.tree() : JsonNodeFactory.instance.objectNode(), place);
		}
		catch (ApiRefusal refusal) {
			place.report("is not JSON");
		}
	}

}
