package io.github.ovhspring.test.contract;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * An object.
 *
 * @param name name of the model
 * @param fields what its fields have to be
 * @param required names of the fields that have to be there
 */
record ObjectShape(String name, Map<String, Shape> fields, Set<String> required) implements Shape {

	@Override
	public void check(JsonNode value, Place place) {
		if (!value.isObject()) {
			place.reportNot(value, "an object, " + this.name);
			return;
		}
		value.forEachEntry((field, content) -> check(field, content, place.below(field)));
		this.required.stream()
			.filter((field) -> !value.has(field))
			.forEach((field) -> place.below(field).report("is missing, " + this.name + " requires it"));
	}

	private void check(String field, JsonNode content, Place place) {
		Shape shape = this.fields.get(field);
		if (shape == null) {
			place.report("unknown field, " + this.name + " has " + String.join(", ", this.fields.keySet()));
		}
		else {
			shape.check(content, place);
		}
	}

}
