package io.github.ovhspring.client;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * What headers a call may have.
 */
final class HeaderRules {

	private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0A-\\x1F\\x7F]*");

	private static final Set<String> OURS = Set.of("authorization", "x-ovh-application", "x-ovh-consumer",
			"x-ovh-timestamp", "x-ovh-signature");

	private HeaderRules() {
	}

	static void check(String name, String... values) {
		Assert.isTrue(NAME.matcher(name).matches(),
				() -> "Header name '" + name + "' has a character that none may have");
		Assert.isTrue(!OURS.contains(name.toLowerCase(Locale.ROOT)),
				() -> "Header '" + name + "' is set by the client itself, from its credentials");
		for (String value : values) {
			Assert.isTrue(VALUE.matcher(value).matches(),
					() -> "The value of header '" + name + "' has a line break or another control character");
		}
	}

}
