package io.github.ovhspring.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpRequest;
import org.springframework.web.client.RestClient;

/**
 * Request attributes by which interceptors, observations and exceptions learn what only
 * the client knows of a call.
 */
public final class CallAttributes {

	/** Name of the client that makes the call. */
	public static final String CLIENT = CallAttributes.class.getName() + ".client";

	/** Code or class of the API's error. */
	public static final String ERROR = CallAttributes.class.getName() + ".error";

	/** How often the call was sent. */
	public static final String ATTEMPTS = CallAttributes.class.getName() + ".attempts";

	/** Template of the path, where RestClient keeps it. */
	public static final String TEMPLATE = RestClient.class.getName() + ".uriTemplate";

	private static final String FAILURES = CallAttributes.class.getName() + ".failures";

	private CallAttributes() {
	}

	/**
	 * Note that a call is sent.
	 * @param request the call
	 */
	public static void countAttempt(HttpRequest request) {
		request.getAttributes().merge(ATTEMPTS, 1, (one, other) -> (Integer) one + (Integer) other);
	}

	/**
	 * Note that a call is to be sent again.
	 * @param request the call
	 * @param failure what has become of the attempt before
	 */
	public static void addFailure(HttpRequest request, IOException failure) {
		List<IOException> failures = new ArrayList<>(failures(request));
		failures.add(failure);
		request.getAttributes().put(FAILURES, failures);
	}

	/**
	 * Return what has become of the attempts before the last one.
	 * @param request the call
	 * @return a failure for each of those attempts
	 */
	@SuppressWarnings("unchecked")
	public static List<IOException> failures(HttpRequest request) {
		return (List<IOException>) request.getAttributes().getOrDefault(FAILURES, List.of());
	}

	/**
	 * Return the path of a call as it is written in code.
	 * @param request the call
	 * @return the path, placeholders not filled
	 */
	public static String template(HttpRequest request) {
		return String.valueOf(request.getAttributes().getOrDefault(TEMPLATE, request.getURI().getRawPath()));
	}

}
