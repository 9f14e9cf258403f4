package io.github.ovhspring.test;

import java.util.List;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.PatternMatchUtils;

/**
 * Refuses what the API would refuse before it looks at the call itself.
 */
final class RequestCheck implements StubRequestFilterV2 {

	private static final Log logger = LogFactory.getLog(RequestCheck.class);

	private final SimulatedKeys keys;

	private final SimulatedClock clock;

	private final List<String> unsignedPaths;

	RequestCheck(SimulatedKeys keys, SimulatedClock clock, List<String> unsignedPaths) {
		this.keys = keys;
		this.clock = clock;
		this.unsignedPaths = unsignedPaths;
	}

	@Override
	public String getName() {
		return "ovh-request-check";
	}

	@Override
	public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
		ApiAnswer refusal = refusal(request);
		return (refusal != null) ? RequestFilterAction.stopWith(refusal.definition())
				: RequestFilterAction.continueWith(asItCame(request));
	}

	private static Request asItCame(Request request) {
		return RequestWrapper.create().removeHeader(RawTargetServer.TARGET_HEADER).wrap(request);
	}

	private @Nullable ApiAnswer refusal(Request request) {
		if (AuthTime.isCalledBy(request)) {
			return null;
		}
		if (!request.containsHeader(SignedCall.SIGNATURE_HEADER)) {
			return isUnsignedAllowed(request) ? null : ApiAnswer.UNAUTHORIZED;
		}
		return refusal(SignedCall.of(request));
	}

	private boolean isUnsignedAllowed(Request request) {
		String path = request.getUrl().split("\\?", 2)[0];
		return this.unsignedPaths.stream().anyMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern, path));
	}

	private @Nullable ApiAnswer refusal(SignedCall call) {
		if (!this.keys.applicationKey().equals(call.applicationKey())) {
			return ApiAnswer.INVALID_KEY;
		}
		if (!this.keys.consumerKey().equals(call.consumerKey())) {
			return ApiAnswer.NOT_CREDENTIAL;
		}
		if (!this.clock.accepts(call.timestamp())) {
			return ApiAnswer.QUERY_TIME_OUT;
		}
		String expected = call.expectedSignature(this.keys);
		if (!expected.equals(call.signature())) {
			logger.warn("Invalid signature %s of %s. It should be %s, made from the text%n%s"
				.formatted(call.signature(), call, expected, call.masked()));
			return ApiAnswer.INVALID_SIGNATURE;
		}
		return null;
	}

}
