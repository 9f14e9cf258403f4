package io.github.ovhspring.test.api;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedClock;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.check.OpenCalls;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiError;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls below {@code /auth}.
 */
final class AuthCalls {

	private final SimulatedKeys keys;

	private final Callers callers;

	private final SimulatedClock clock;

	private final Supplier<String> origin;

	AuthCalls(SimulatedKeys keys, SimulatedClock clock, Supplier<String> origin) {
		this.keys = keys;
		this.callers = new Callers(keys);
		this.clock = clock;
		this.origin = origin;
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/auth/time", this::time)
			.on("POST", "/auth/credential", this::requestConsumerKey)
			.on("GET", "/auth/currentCredential", this::currentCredential)
			.on("GET", "/auth/details", this::details)
			.on("POST", "/auth/logout", this::logout);
	}

	private ApiReply time(ApiCall call) {
		return ApiReply.of(JsonNodeFactory.instance.numberNode(this.clock.instant().getEpochSecond()));
	}

	private ApiReply requestConsumerKey(ApiCall call) {
		Optional<String> applicationKey = call.header("X-Ovh-Application");
		if (applicationKey.isEmpty()) {
			return ApiError.NO_APPLICATION_KEY.reply();
		}
		return applicationKey.flatMap(this.keys::application)
			.map((application) -> requestConsumerKey(application, call))
			.orElseGet(ApiError.INVALID_KEY::reply);
	}

	private ApiReply requestConsumerKey(SimulatedApplication application, ApiCall call) {
		SimulatedConsumerKey key = this.keys.request(application, KeyRequestReader.read(call.body()));
		return ApiReply.of(JsonNodeFactory.instance.objectNode()
			.put("consumerKey", key.consumerKey())
			.put("state", key.state().value())
			.put("validationUrl",
					this.origin.get() + OpenCalls.VALIDATION + "?credentialToken=" + key.credentialToken()));
	}

	private ApiReply currentCredential(ApiCall call) {
		return this.callers.key(call)
			.map(ApiJson::credential)
			.map(ApiReply::of)
			.orElseGet(ApiError.NOT_CREDENTIAL::reply);
	}

	private ApiReply logout(ApiCall call) {
		this.callers.key(call).ifPresent(SimulatedConsumerKey::expire);
		return ApiReply.nothing();
	}

	private ApiReply details(ApiCall call) {
		Optional<SimulatedConsumerKey> key = this.callers.key(call);
		String customer = this.callers.customer(call).nichandle();
		ObjectNode json = JsonNodeFactory.instance.objectNode()
			.put("account", customer)
			.put("method", key.isPresent() ? "account" : "oauth2_client_credentials")
			.putNull("description")
			.putNull("roles")
			.putNull("user");
		json.putArray("identities").add("urn:v1:eu:identity:account:" + customer);
		json.set("allowedRoutes", key.map((known) -> ApiJson.rules(known.rules())).orElse(null));
		return ApiReply.of(json);
	}

}
