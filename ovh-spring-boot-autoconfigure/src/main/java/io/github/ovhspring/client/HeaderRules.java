package io.github.ovhspring.client;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.Assert;

/**
 * What headers a call may have. HTTP clients do not agree on that: some send a line break
 * as a blank, others refuse it, and only some do so before they connect.
 */
final class HeaderRules implements ClientHttpRequestInterceptor {

	private static final BitSet NAME = new BitSet();

	static {
		NAME.set('0', '9' + 1);
		NAME.set('a', 'z' + 1);
		NAME.set('A', 'Z' + 1);
		"!#$%&'*+.^_`|~-".chars().forEach(NAME::set);
	}

	private static final Set<String> OURS = Set.of("authorization", "x-ovh-application", "x-ovh-consumer",
			"x-ovh-timestamp", "x-ovh-signature");

	/**
	 * Check what is given for one call.
	 * @throws IllegalArgumentException if it cannot be sent, or is the client's own
	 */
	static void check(String name, String... values) {
		check(name, List.of(values));
		Assert.isTrue(!OURS.contains(name.toLowerCase(Locale.ROOT)),
				() -> "Header '" + name + "' is set by the client itself, from its credentials");
	}

	private static void check(String name, List<String> values) {
		Assert.isTrue(isName(name), () -> "Header name '" + name + "' has a character that none may have");
		for (String value : values) {
			Assert.isTrue(isValue(value), () -> "The value of header '" + name
					+ "' has a line break, another control character, or one that is not ASCII");
		}
	}

	// Loops, since each header of each call comes through here.
	private static boolean isName(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (!NAME.get(name.charAt(i))) {
				return false;
			}
		}
		return !name.isEmpty();
	}

	// For what is not ASCII, HttpComponents would send a question mark.
	private static boolean isValue(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if ((c < ' ' && c != '\t') || c > '~') {
				return false;
			}
		}
		return true;
	}

	/** Check what has come together from everywhere. */
	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		HttpHeaders headers = request.getHeaders();
		// HttpHeaders.forEach would first sort out names that differ by case alone, which
		// takes more than the check.
		headers.toSingleValueMap().keySet().forEach((name) -> check(name, headers.getOrEmpty(name)));
		return execution.execute(request, body);
	}

}
