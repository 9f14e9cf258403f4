package io.github.ovhspring.http;

import org.springframework.http.HttpRequest;

/**
 * Request attributes by which observations learn what only the client knows of a call.
 */
public final class CallAttributes {

	/** Name of the client that makes the call. */
	public static final String CLIENT = CallAttributes.class.getName() + ".client";

	/** Code or class of the API's error. */
	public static final String ERROR = CallAttributes.class.getName() + ".error";

	/** How often the call was sent. */
	public static final String ATTEMPTS = CallAttributes.class.getName() + ".attempts";

	private CallAttributes() {
	}

	/**
	 * Note that a call is sent.
	 * @param request the call
	 */
	public static void countAttempt(HttpRequest request) {
		request.getAttributes().merge(ATTEMPTS, 1, (one, other) -> (Integer) one + (Integer) other);
	}

}
