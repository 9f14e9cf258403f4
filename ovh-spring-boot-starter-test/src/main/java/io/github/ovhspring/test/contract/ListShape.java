package io.github.ovhspring.test.contract;

import tools.jackson.databind.JsonNode;

/**
 * A list.
 *
 * @param element what its elements have to be
 */
record ListShape(Shape element) implements Shape {

	@Override
	public void check(JsonNode value, Place place) {
		if (!value.isArray()) {
			place.reportNot(value, "a list");
			return;
		}
		for (int i = 0; i < value.size(); i++) {
			this.element.check(value.path(i), place.below(String.valueOf(i)));
		}
	}

}
