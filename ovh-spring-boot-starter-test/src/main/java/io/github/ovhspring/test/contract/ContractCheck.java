package io.github.ovhspring.test.contract;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Holds calls and answers against the descriptions that are to be checked, if there are
 * any.
 */
public final class ContractCheck implements ResponseTransformerV2 {

	private final AtomicReference<@Nullable ApiContract> contract = new AtomicReference<>();

	@Override
	public String getName() {
		return "ovh-contract-check";
	}

	/**
	 * Begin to check, by nothing but the given descriptions.
	 * @param locations where the descriptions are
	 * @return what is found
	 */
	public ApiContract begin(String... locations) {
		ApiContract contract = ApiContract.of(locations);
		this.contract.set(contract);
		return contract;
	}

	/**
	 * Check no more.
	 */
	public void end() {
		this.contract.set(null);
	}

	@Override
	public Response transform(Response response, ServeEvent serveEvent) {
		ApiContract contract = this.contract.get();
		if (contract == null) {
			return response;
		}
		return ApiCall.of(serveEvent.getRequest())
			.map((call) -> transform(response, contract.check(call, Answer.of(response, serveEvent)), contract))
			.orElse(response);
	}

	private static Response transform(Response response, List<String> violations, ApiContract contract) {
		if (violations.isEmpty() || !contract.failsAtOnce()) {
			return response;
		}
		ApiRefusal refusal = new ApiRefusal(400, "Client::BadRequest",
				"Not as the API's description says: " + String.join("; ", violations));
		return Response.response()
			.status(400)
			.headers(new HttpHeaders(HttpHeader.httpHeader("Content-Type", "application/json; charset=utf-8")))
			.body(refusal.reply().body().toString())
			.build();
	}

}
