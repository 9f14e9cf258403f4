package io.github.ovhspring.test.stub;

import java.time.Duration;
import java.util.Optional;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ovhspring.test.rest.ApiCall;

import org.springframework.util.function.ThrowingConsumer;

/**
 * Lets calls fail before they come to their stubs.
 */
public final class FaultFilter implements StubRequestFilterV2 {

	private static final ThrowingConsumer<Duration> PAUSE = (delay) -> Thread.sleep(delay.toMillis());

	private final OvhStubs stubs;

	/**
	 * Create a filter.
	 * @param stubs where the faults are planned
	 */
	public FaultFilter(OvhStubs stubs) {
		this.stubs = stubs;
	}

	/**
	 * Return whether a call was answered by a fault.
	 * @param serveEvent the call
	 * @return whether a fault answered it
	 */
	public static boolean hasAnswered(ServeEvent serveEvent) {
		return Optional.ofNullable(serveEvent.getResponseDefinition().getTransformers())
			.stream()
			.anyMatch((transformers) -> transformers.contains(OvhFault.MARK));
	}

	@Override
	public String getName() {
		return "ovh-faults";
	}

	@Override
	public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
		return ApiCall.of(request)
			.map(this.stubs::nextFault)
			.map((fault) -> filter(request, fault))
			.orElseGet(() -> RequestFilterAction.continueWith(request));
	}

	private static RequestFilterAction filter(Request request, OvhFault fault) {
		ResponseDefinition answer = fault.answer();
		if (answer != null) {
			return RequestFilterAction.stopWith(answer);
		}
		PAUSE.accept(fault.delay());
		return RequestFilterAction.continueWith(request);
	}

}
