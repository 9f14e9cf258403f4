package io.github.ovhspring.test.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ways in which the body that was signed may differ from the one that came.
 */
final class BodyDeviations {

	private static final JsonMapper JSON = new JsonMapper();

	private static final JsonMapper INDENTED = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final Pattern UNICODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

	private BodyDeviations() {
	}

	static Stream<Deviation> of(SignedText text) {
		String body = new String(text.body(), StandardCharsets.UTF_8);
		return Stream
			.of(body(text, "no body", ""), body(text, "the body {}", "{}"), body(text, "the body []", "[]"),
					body(text, "the body null", "null"),
					body(text, "the body in ISO-8859-1, where UTF-8 came", body, StandardCharsets.ISO_8859_1),
					body(text, "the body in UTF-8, where ISO-8859-1 came",
							new String(text.body(), StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
					body(text, "the body with letters beyond ASCII as \\u00e9", ascii(body)),
					body(text, "the body with \\u00e9 as the letter itself",
							UNICODE.matcher(body)
								.replaceAll((match) -> Matcher
									.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))),
					body(text, "the body with / as \\/", body.replaceAll("(?<!\\\\)/", "\\\\/")),
					body(text, "the body with \\/ as /", body.replace("\\/", "/")),
					body(text, "the body without white space around it", body.strip()),
					body(text, "the body with a line end after it", body + "\n"),
					json(text, "the body without white space", JSON::writeValueAsString),
					json(text, "the body with spaces after , and :", BodyDeviations::spaced),
					json(text, "the body indented", INDENTED::writeValueAsString),
					json(text, "the body as a JSON string", (json) -> JSON.writeValueAsString(body)))
			.filter((deviation) -> !Arrays.equals(deviation.text().body(), text.body()));
	}

	// Beyond the basic plane, each half by itself.
	private static String ascii(String body) {
		return body.chars()
			.mapToObj((unit) -> (unit < 0x80) ? Character.toString(unit) : "\\u%04x".formatted(unit))
			.collect(Collectors.joining());
	}

	private static String spaced(Object json) {
		return JSON.writeValueAsString(json).replaceAll("([,:])(?=[\\[{\"\\dtfn-])", "$1 ");
	}

	private static Deviation json(SignedText text, String what, Function<Object, String> writer) {
		String body = new String(text.body(), StandardCharsets.UTF_8);
		try {
			return body(text, what, writer.apply(JSON.readValue(body, Object.class)));
		}
		catch (JacksonException ex) {
			return body(text, what, body);
		}
	}

	private static Deviation body(SignedText text, String what, String body) {
		return body(text, what, body, StandardCharsets.UTF_8);
	}

	private static Deviation body(SignedText text, String what, String body, Charset charset) {
		return new Deviation(what, text.withBody(body.getBytes(charset)));
	}

}
