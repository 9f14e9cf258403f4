package io.github.ovhspring.test.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * What calls have in common that are meant.
 *
 * @param method their method, or {@code null} for any
 * @param path their path
 * @param variables what placeholders of the path have to stand for
 * @param query parameters that their query has to have
 */
public record CallPattern(@Nullable String method, PathPattern path, Map<String, String> variables,
		Map<String, String> query) {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\*?([^}:]+)");

	/**
	 * Mean the calls of a path.
	 * @param method the method, or {@code null} for any
	 * @param path the path as the API's documentation writes it, {@code /me/bill/{id}} or
	 * {@code /v2/iam/policy}. A placeholder stands for any one segment
	 * @param variables values of the first placeholders, which then stand for these only
	 * @return the pattern
	 * @throws IllegalArgumentException if the path is none, or if there are more values
	 * than placeholders
	 */
	public static CallPattern of(@Nullable String method, String path, Object... variables) {
		Assert.isTrue(path.startsWith("/"),
				() -> "Path '" + path + "' does not start with '/'. Write a path of the API, such as '/me'");
		Assert.isTrue(!path.contains("?"),
				() -> "Path '" + path + "' has a query. Write the path alone and its parameters by query(name, value)");
		PathPattern pattern = parse(path);
		return new CallPattern(method, pattern, values(pattern, variables), Map.of());
	}

	private static PathPattern parse(String path) {
		try {
			return PathPatternParser.defaultInstance.parse(ApiPath.of(path).orElse(path));
		}
		catch (PatternParseException ex) {
			throw new IllegalArgumentException("Path '" + path + "' cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static Map<String, String> values(PathPattern path, Object[] variables) {
		String[] names = PLACEHOLDER.matcher(path.getPatternString())
			.results()
			.map((placeholder) -> placeholder.group(1))
			.toArray(String[]::new);
		Assert.isTrue(variables.length <= names.length, () -> "Path '" + path + "' has " + names.length
				+ " placeholders and there are " + variables.length + " values");
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < variables.length; i++) {
			values.put(names[i], String.valueOf(variables[i]));
		}
		return values;
	}

	/**
	 * Mean the calls of another method.
	 * @param method the method, or {@code null} for any
	 * @return the pattern
	 */
	public CallPattern withMethod(@Nullable String method) {
		return new CallPattern(method, this.path, this.variables, this.query);
	}

	/**
	 * Mean those of the calls only that have a parameter in their query.
	 * @param name the parameter's name
	 * @param value its value
	 * @return the narrower pattern
	 */
	public CallPattern withQuery(String name, String value) {
		Map<String, String> query = new LinkedHashMap<>(this.query);
		query.put(name, value);
		return new CallPattern(this.method, this.path, this.variables, query);
	}

	/**
	 * See whether a call is meant.
	 * @param call the call
	 * @return the call, with the path's variables, or nothing
	 */
	public Optional<ApiCall> match(ApiCall call) {
		if (this.method != null && !this.method.equals(call.method())) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.path.matchAndExtract(call.path()))
			.map((match) -> call.with(match.getUriVariables()))
			.filter(this::hasValues);
	}

	private boolean hasValues(ApiCall call) {
		return this.variables.entrySet()
			.stream()
			.allMatch((variable) -> variable.getValue().equals(call.variable(variable.getKey())))
				&& this.query.entrySet()
					.stream()
					.allMatch((wanted) -> call.queries(wanted.getKey()).contains(wanted.getValue()));
	}

}
