package io.github.ovhspring.autoconfigure.mock;

import java.io.IOException;
import java.time.Instant;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.test.web.client.RequestExpectation;
import org.springframework.test.web.client.SimpleRequestExpectationManager;
import org.springframework.test.web.client.response.MockRestResponseCreators;

/**
 * Answers {@code GET /auth/time} where a test does not expect it: the first signed call
 * asks for the time, which is nothing that a test of calls is about.
 */
class OvhExpectationManager extends SimpleRequestExpectationManager {

	@Override
	public ClientHttpResponse validateRequest(ClientHttpRequest request) throws IOException {
		if (request.getURI().getPath().endsWith("/auth/time")
				&& getExpectations().stream().noneMatch((expectation) -> matches(expectation, request))) {
			return MockRestResponseCreators
				.withSuccess(Long.toString(Instant.now().getEpochSecond()), MediaType.APPLICATION_JSON)
				.createResponse(request);
		}
		return super.validateRequest(request);
	}

	private static boolean matches(RequestExpectation expectation, ClientHttpRequest request) {
		try {
			expectation.match(request);
			return true;
		}
		catch (AssertionError | IOException ex) {
			return false;
		}
	}

}
