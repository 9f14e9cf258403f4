package io.github.ovhspring.client;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Path of a call as it is written in code, with placeholders and perhaps a query, such as
 * {@code /me/bill/{id}}.
 */
final class PathTemplate {

	private static final String DOTS = "(?:\\.|%2[eE]){1,2}";

	private static final Pattern DOT_SEGMENT = Pattern.compile("[^?]*/" + DOTS + "(?:[/?]|$)");

	private static final String SEPARATOR = "(?:[/\\\\]|%2[fF]|%5[cC])";

	// Servers that decode a path before they resolve it see a segment here too. In the
	// value of a placeholder that is no fault of the code's, and stays encoded.
	private static final Pattern HIDDEN_DOT_SEGMENT = Pattern
		.compile("[^?]*" + SEPARATOR + DOTS + "(?:" + SEPARATOR + "|[?]|$)");

	// What HTTP service interfaces make of @RequestParam arguments.
	private static final String GENERATED = "queryParam-";

	private final String template;

	private final StringBuilder out = new StringBuilder();

	private PathTemplate(String template) {
		this.template = template;
	}

	/**
	 * Fill the placeholders in their order.
	 * @return the encoded path and query
	 * @throws IllegalArgumentException if path and values do not make one below the
	 * endpoint
	 */
	static String expand(String template, @Nullable Object... values) {
		Iterator<@Nullable Object> remaining = Arrays.<@Nullable Object>asList(values).iterator();
		String path = new PathTemplate(template).expand((name) -> remaining.hasNext() ? remaining.next() : null);
		Assert.isTrue(!remaining.hasNext(), () -> "Path '" + template + "' has fewer placeholders than the "
				+ values.length + " values given for it");
		return path;
	}

	/**
	 * Return the path as it is written in code: what the arguments of a method have made
	 * of the query is of no interest to people.
	 */
	static String withoutGeneratedQuery(String template) {
		int query = template.indexOf("{" + GENERATED);
		return (query != -1) ? template.substring(0, query - 1) : template;
	}

	/**
	 * Fill the placeholders by their names.
	 */
	static String expand(String template, Map<String, ? extends @Nullable Object> values) {
		return new PathTemplate(template).expand(values::get);
	}

	private String expand(Variables variables) {
		Assert.isTrue(this.template.startsWith("/"), () -> "Path '" + this.template
				+ "' must start with '/': it is relative to the endpoint, not a URL of its own");
		Assert.isTrue(!this.template.startsWith("//") && !this.template.startsWith("/\\"),
				() -> "Path '" + this.template + "' must start with a single '/': '//' would name another server");
		Assert.isTrue(this.template.indexOf('#') == -1,
				() -> "Path '" + this.template + "' must not have a fragment: write %23 for the character '#'");
		checkSegments(HIDDEN_DOT_SEGMENT, this.template);
		int position = 0;
		for (int open = this.template.indexOf('{'); open != -1; open = this.template.indexOf('{', position)) {
			int close = this.template.indexOf('}', open);
			Assert.isTrue(close != -1, () -> "Path '" + this.template
					+ "' has a placeholder without '}': write %7B for the character '{'");
			UriText.appendLiteral(this.out, this.template.substring(position, open));
			appendVariable(variables, this.template.substring(open + 1, close));
			position = close + 1;
		}
		UriText.appendLiteral(this.out, this.template.substring(position));
		String path = this.out.toString();
		checkSegments(DOT_SEGMENT, path);
		return path;
	}

	private void appendVariable(Variables variables, String name) {
		Object value = variables.get(name);
		Assert.isTrue(value != null, () -> "Path '" + this.template + "' needs a value for '{" + name + "}'");
		String text = UriText.format(Objects.requireNonNull(value));
		Assert.isTrue(!text.isEmpty() || name.startsWith(GENERATED), () -> "Path '" + this.template
				+ "' needs a value for '{" + name + "}': with an empty one it would be another call");
		UriText.appendValue(this.out, text);
	}

	// Servers and proxies resolve dot segments, encoded or not, and the call would be
	// another.
	private void checkSegments(Pattern dotSegment, String path) {
		Assert.isTrue((path.indexOf('.') == -1 && path.indexOf('%') == -1) || !dotSegment.matcher(path).lookingAt(),
				() -> "Path '" + this.template + "' must not have a segment '.' or '..'");
	}

	/**
	 * Values of placeholders.
	 */
	private interface Variables {

		@Nullable Object get(String name);

	}

}
