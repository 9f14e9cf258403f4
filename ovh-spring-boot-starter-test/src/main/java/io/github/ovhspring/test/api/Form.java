package io.github.ovhspring.test.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Form as browsers and OAuth2 clients send it.
 *
 * @param fields the fields, of which the first counts if there are several of one name
 */
record Form(Map<String, String> fields) {

	static Form of(String body) {
		return new Form(Arrays.stream(body.split("&"))
			.map((field) -> (field.contains("=") ? field : field + "=").split("=", 2))
			.collect(Collectors.toMap((field) -> decode(field[0]), (field) -> decode(field[1]),
					(first, other) -> first)));
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	@Nullable String get(String name) {
		return this.fields.get(name);
	}

}
