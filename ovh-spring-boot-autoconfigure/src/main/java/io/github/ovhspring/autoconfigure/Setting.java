package io.github.ovhspring.autoconfigure;

/**
 * A value, its key, and the place where it stands.
 *
 * @param key the key, as it is written in that place
 * @param value the value, which may be a secret
 * @param origin the place
 */
record Setting(String key, String value, String origin) {

	/** Name key and place, never the value: it may be a secret. */
	@Override
	public String toString() {
		return "'" + this.key + "' (" + this.origin + ")";
	}

}
