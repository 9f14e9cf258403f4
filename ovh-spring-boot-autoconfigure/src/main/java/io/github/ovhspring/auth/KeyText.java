package io.github.ovhspring.auth;

/**
 * Text of keys and secrets.
 */
public final class KeyText {

	private static final int SHOWN = 4;

	private KeyText() {
	}

	/**
	 * Return a key without the white space around it, which is only ever there by
	 * mistake.
	 * @throws IllegalArgumentException if it is empty, or has characters that no key has
	 */
	static String check(String name, String key) {
		String trimmed = key.trim();
		if (trimmed.isEmpty()) {
			throw new IllegalArgumentException("The " + name + " must not be empty");
		}
		if (!isKey(trimmed)) {
			throw new IllegalArgumentException(
					"The " + name + " has a character that no key has: a space, a line break or an accent");
		}
		return trimmed;
	}

	/**
	 * Return whether text may be a key: visible ASCII characters alone.
	 * @param text the text
	 * @return whether no key is known to have other characters
	 */
	// A loop, since every client of a customer comes through here.
	public static boolean isKey(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return as much of a key as may be shown.
	 */
	static String start(String key) {
		return key.substring(0, Math.min(SHOWN, key.length())) + "…";
	}

}
