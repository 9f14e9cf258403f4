package io.github.ovhspring.auth;

import org.springframework.util.Assert;

/**
 * Text of keys and secrets.
 */
final class KeyText {

	private static final int SHOWN = 4;

	private KeyText() {
	}

	/**
	 * Return a key without the white space around it, which is only ever there by
	 * mistake.
	 * @throws IllegalArgumentException if it is empty, or has characters that no key has
	 */
	static String check(String name, String key) {
		Assert.hasText(key, () -> "The " + name + " must not be empty");
		String trimmed = key.trim();
		Assert.isTrue(trimmed.chars().allMatch((c) -> c > ' ' && c < 127),
				() -> "The " + name + " has a character that no key has: a space, a line break or an accent");
		return trimmed;
	}

	/**
	 * Return as much of a key as may be shown.
	 */
	static String start(String key) {
		return key.substring(0, Math.min(SHOWN, key.length())) + "…";
	}

}
