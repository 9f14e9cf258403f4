package io.github.ovhspring.test.contract;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * What a value has to be.
 */
@FunctionalInterface
interface Shape {

	Shape ANY = (value, place) -> {
	};

	Shape NOTHING = (value, place) -> {
		if (!value.isNull()) {
			place.reportNot(value, "null, and the description has no body here");
		}
	};

	/**
	 * Check a value.
	 * @param value the value
	 * @param place where it is
	 */
	void check(JsonNode value, Place place);

	/**
	 * Return the shape of each of several values that stand for one in a query.
	 */
	default Shape element() {
		return this;
	}

	static Shape of(String expected, Predicate<JsonNode> isExpected) {
		return (value, place) -> {
			if (!isExpected.test(value)) {
				place.reportNot(value, expected);
			}
		};
	}

	static Shape oneOf(List<String> values) {
		return of("one of " + String.join(", ", values), (value) -> values.contains(value.asString("")));
	}

	static Shape orNull(Shape shape) {
		return (value, place) -> {
			if (!value.isNull()) {
				shape.check(value, place);
			}
		};
	}

	/** A shape that is found when it is needed, as models may hold each other. */
	static Shape later(Supplier<Shape> shape) {
		return (value, place) -> shape.get().check(value, place);
	}

	static Shape mapOf(Shape shape) {
		return (value, place) -> {
			if (value.isObject()) {
				value.forEachEntry((name, entry) -> shape.check(entry, place.below(name)));
			}
			else {
				place.reportNot(value, "an object");
			}
		};
	}

	static Shape listOf(Shape element) {
		return new ListShape(element);
	}

}
