package io.github.ovhspring.test.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Path of a call, as the API's documentation writes it: {@code /me} for {@code /1.0/me}
 * and {@code /v1/me}, which are the same, and {@code /v2/iam/policy}.
 */
public final class ApiPath {

	private static final Pattern VERSIONED = Pattern.compile("(/1\\.0|/v1|(?=/v2/))(/.*)");

	private ApiPath() {
	}

	/**
	 * Find the path of a call.
	 * @param url path and query as they came
	 * @return the path, or nothing if it is below none of the API's versions
	 */
	public static Optional<String> of(String url) {
		Matcher matcher = VERSIONED.matcher(url.split("\\?", 2)[0]);
		return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
	}

}
