package io.github.ovhspring.retry;

import java.io.IOException;
import java.util.Set;

import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.BufferedResponse;

/**
 * Answer that tells of a failure that may pass.
 */
// Exceptions are serializable by birth; this one does not leave its package.
@SuppressWarnings("serial")
final class FailedAnswer extends IOException {

	private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

	private final BufferedResponse response;

	FailedAnswer(BufferedResponse response) {
		super(response.getStatusCode().value() + (response.isBroken() ? ", not whole, " : " ") + ApiError.QUERY_ID
				+ ": " + response.getHeaders().getFirst(ApiError.QUERY_ID), response.failure());
		this.response = response;
	}

	static boolean is(BufferedResponse response) {
		return response.getStatusCode().is2xxSuccessful() ? response.isBroken()
				: PASSING.contains(response.getStatusCode().value());
	}

	BufferedResponse response() {
		return this.response;
	}

}
