package io.github.ovhspring.sample.kvm;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Way to the server: the API's {@code dedicated.server.IpmiAccessValue}. Whoever has it
 * has the server's keyboard.
 *
 * @param value the URL
 * @param expiration when it ends
 */
record KvmLink(@Nullable String value, @Nullable OffsetDateTime expiration) {

	/**
	 * Return whether it is what a page may link to, and no script.
	 */
	public boolean web() {
		return this.value != null && this.value.startsWith("https://");
	}

}
