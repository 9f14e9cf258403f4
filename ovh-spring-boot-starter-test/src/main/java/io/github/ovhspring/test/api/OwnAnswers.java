package io.github.ovhspring.test.api;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ovhspring.test.account.Accounts;
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

	private final Function<ApiCall, Optional<ApiReply>> others;

	/**
	 * Create answers.
	 * @param accounts what is known of callers
	 * @param clock the time
	 * @param origin the server's own address, known once it has started
	 * @param stubs answers calls before all others
	 * @param others answers further calls
	 */
	public OwnAnswers(Accounts accounts, SimulatedClock clock, Supplier<String> origin, OvhStubs stubs,
			Function<ApiCall, Optional<ApiReply>> others) {
		new AuthCalls(accounts, clock, origin).addTo(this.routes);
		new CredentialCalls(accounts).addTo(this.routes);
		this.token = new TokenCall(accounts);
		this.validation = new ValidationPage(accounts);
		this.stubs = stubs;
		this.others = others;
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
				.or(() -> this.others.apply(call)))
			.or(() -> this.token.answer(request));
		return reply.map(ApiReply::definition).or(() -> this.validation.answer(request)).orElseGet(() -> {
			logger
				.info("No stub matches " + request.getMethod() + " " + request.getUrl() + ", which is answered by 404");
			return ApiError.NOT_FOUND.reply().definition();
		});
	}

}
