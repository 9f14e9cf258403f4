package io.github.ovhspring.test.api;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ovhspring.test.account.SimulatedCustomer;
import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedClock;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiError;
import io.github.ovhspring.test.stub.OvhStubs;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Answers the calls that have no stub.
 */
public final class OwnAnswers implements ResponseDefinitionTransformerV2 {

	private static final Log logger = LogFactory.getLog(OwnAnswers.class);

	private final ApiRoutes routes = new ApiRoutes();

	private final TokenCall token;

	private final ValidationPage validation;

	private final OvhStubs stubs;

	private final BiFunction<SimulatedCustomer, ApiCall, Optional<ApiReply>> others;

	private final Callers callers;

	/**
	 * Create answers.
	 * @param keys what is known of callers
	 * @param clock the time
	 * @param origin the server's own address, known once it has started
	 * @param stubs answers calls before all others
	 * @param others answers further calls, for the customer that they are made for
	 */
	public OwnAnswers(SimulatedKeys keys, SimulatedClock clock, Supplier<String> origin, OvhStubs stubs,
			BiFunction<SimulatedCustomer, ApiCall, Optional<ApiReply>> others) {
		new AuthCalls(keys, clock, origin).addTo(this.routes);
		new CredentialCalls(keys).addTo(this.routes);
		this.token = new TokenCall(keys);
		this.validation = new ValidationPage(keys);
		this.stubs = stubs;
		this.others = others;
		this.callers = new Callers(keys);
	}

	@Override
	public String getName() {
		return "ovh-own-answers";
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		return serveEvent.isNoExactMatch() ? answer(serveEvent.getRequest()) : serveEvent.getResponseDefinition();
	}

	private ResponseDefinition answer(Request request) {
		Optional<ApiReply> reply = ApiCall.of(request)
			.flatMap((call) -> this.stubs.answer(call)
				.or(() -> this.routes.answer(call))
				.or(() -> this.others.apply(this.callers.customer(call), call)))
			.or(() -> this.token.answer(request));
		return reply.map(ApiReply::definition).or(() -> this.validation.answer(request)).orElseGet(() -> {
			logger
				.info("No stub matches " + request.getMethod() + " " + request.getUrl() + ", which is answered by 404");
			return ApiError.NOT_FOUND.reply().definition();
		});
	}

}
