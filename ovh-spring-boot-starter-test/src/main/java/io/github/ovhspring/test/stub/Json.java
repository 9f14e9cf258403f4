package io.github.ovhspring.test.stub;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of what users hand over.
 */
final class Json {

	private static final JsonMapper mapper = new JsonMapper();

	private Json() {
	}

	static JsonNode of(@Nullable Object value) {
		return (value instanceof String text) ? parse(text) : mapper.valueToTree(value);
	}

	private static JsonNode parse(String text) {
		try {
			return mapper.readTree(text);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'" + text
					+ "' is not JSON. A text is written \"\\\"text\\\"\", and OvhFault.malformedJson() answers what is none",
					ex);
		}
	}

}
