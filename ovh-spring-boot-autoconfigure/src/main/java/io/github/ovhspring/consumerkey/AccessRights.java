package io.github.ovhspring.consumerkey;

import java.util.List;

import org.springframework.http.HttpMethod;

/**
 * Usual sets of methods that an application asks for.
 */
public enum AccessRights {

	/** {@code GET}. */
	READ_ONLY(HttpMethod.GET),

	/** {@code GET}, {@code POST} and {@code PUT}: all but deleting. */
	READ_WRITE_SAFE(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT),

	/** {@code GET}, {@code POST}, {@code PUT} and {@code DELETE}. */
	READ_WRITE(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

	private final List<HttpMethod> methods;

	AccessRights(HttpMethod... methods) {
		this.methods = List.of(methods);
	}

	/**
	 * Return the methods.
	 * @return the methods that are allowed
	 */
	public List<HttpMethod> methods() {
		return this.methods;
	}

}
