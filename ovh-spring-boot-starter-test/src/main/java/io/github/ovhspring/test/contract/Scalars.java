package io.github.ovhspring.test.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * Values that have no parts.
 */
final class Scalars {

	static final Shape TEXT = Shape.of("a text", JsonNode::isString);

	static final Shape INTEGER = Shape.of("a whole number", JsonNode::isIntegralNumber);

	static final Shape NUMBER = Shape.of("a number", JsonNode::isNumber);

	static final Shape BOOLEAN = Shape.of("true or false", JsonNode::isBoolean);

	static final Shape DATE = Shape.of("a date such as 2026-11-25", (value) -> isRead(value, LocalDate::parse));

	static final Shape DATE_TIME = Shape.of("a date and time with offset such as 2026-11-25T18:00:00+01:00",
			(value) -> isRead(value, OffsetDateTime::parse));

	static final Shape UUID_TEXT = Shape.of("a UUID", (value) -> isRead(value, UUID::fromString));

	private Scalars() {
	}

	private static boolean isRead(JsonNode value, Consumer<String> reader) {
		try {
			reader.accept(value.asString(""));
			return value.isString();
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Find the shape of a scalar by its name in either kind of description. Names that
	 * are not known, of addresses and the like, are taken for texts.
	 */
	static Shape named(String name) {
		return switch (name) {
			case "integer", "long", "int" -> INTEGER;
			case "number", "double", "float" -> NUMBER;
			case "boolean" -> BOOLEAN;
			case "date" -> DATE;
			case "date-time", "datetime" -> DATE_TIME;
			case "uuid" -> UUID_TEXT;
			default -> TEXT;
		};
	}

}
