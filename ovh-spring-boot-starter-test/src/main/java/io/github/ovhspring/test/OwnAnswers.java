package io.github.ovhspring.test;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Answers the calls that have no stub.
 */
final class OwnAnswers implements ResponseDefinitionTransformerV2 {

	private static final Log logger = LogFactory.getLog(OwnAnswers.class);

	private final SimulatedClock clock;

	OwnAnswers(SimulatedClock clock) {
		this.clock = clock;
	}

	@Override
	public String getName() {
		return "ovh-own-answers";
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		return serveEvent.isNoExactMatch() ? answer(serveEvent.getRequest()) : serveEvent.getResponseDefinition();
	}

	private ResponseDefinition answer(LoggedRequest request) {
		if (AuthTime.isCalledBy(request)) {
			return ApiAnswer.ok(Long.toString(this.clock.epochSecond()));
		}
		logger.info("No stub matches " + request.getMethod() + " " + request.getUrl() + ", which is answered by 404");
		return ApiAnswer.NOT_FOUND.definition();
	}

}
