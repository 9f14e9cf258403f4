package io.github.ovhspring.test;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Answers the calls that have no stub.
 */
final class OwnAnswers implements ResponseDefinitionTransformerV2 {

	private static final Log logger = LogFactory.getLog(OwnAnswers.class);

	private final SimulatedClock clock;

	private final OptionalAccount account;

	OwnAnswers(SimulatedClock clock, OptionalAccount account) {
		this.clock = clock;
		this.account = account;
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
		return ApiCall.of(request)
			.flatMap(this.account::answer)
			.map(ApiReply::definition)
			.orElseGet(() -> notFound(request));
	}

	private static ResponseDefinition notFound(LoggedRequest request) {
		logger.info("No stub matches " + request.getMethod() + " " + request.getUrl() + ", which is answered by 404");
		return ApiAnswer.NOT_FOUND.definition();
	}

}
