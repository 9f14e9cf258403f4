package io.github.ovhspring.test.api;

import java.util.Optional;
import java.util.function.Function;

import io.github.ovhspring.test.account.Accounts;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiTypes;
import tools.jackson.databind.JsonNode;

/**
 * Calls below {@code /me/api}, on applications and consumer keys.
 */
final class CredentialCalls {

	private static final String CREDENTIAL = "/me/api/credential/{credentialId}";

	private static final String APPLICATION = "/me/api/application/{applicationId}";

	private final Accounts accounts;

	CredentialCalls(Accounts accounts) {
		this.accounts = accounts;
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/me/api/credential", this::credentials)
			.on("GET", CREDENTIAL, (call) -> ApiReply.of(ApiJson.credential(credential(call))))
			.on("PUT", CREDENTIAL, this::change)
			.on("DELETE", CREDENTIAL, (call) -> {
				this.accounts.remove(credential(call));
				return ApiReply.nothing();
			})
			.on("GET", CREDENTIAL + "/application",
					(call) -> ApiReply.of(ApiJson.application(credential(call).application())))
			.on("GET", "/me/api/application",
					(call) -> ApiReply.ofNumbers(this.accounts.applications().stream().map(SimulatedApplication::id)))
			.on("GET", APPLICATION, (call) -> ApiReply.of(ApiJson.application(application(call))))
			.on("DELETE", APPLICATION, (call) -> {
				this.accounts.remove(application(call));
				return ApiReply.nothing();
			});
	}

	private ApiReply credentials(ApiCall call) {
		Optional<Long> application = call.query("applicationId", ApiTypes::integer);
		Optional<ConsumerKeyState> status = call.query("status", ConsumerKeyState::of);
		return ApiReply.ofNumbers(this.accounts.consumerKeys()
			.stream()
			.filter((key) -> application.map((id) -> key.application().id() == id).orElse(true))
			.filter((key) -> status.map((state) -> key.state() == state).orElse(true))
			.map(SimulatedConsumerKey::id));
	}

	private ApiReply change(ApiCall call) {
		SimulatedConsumerKey key = credential(call);
		JsonNode body = call.body();
		if (body.has("allowedIPs")) {
			key.setAllowedIps(KeyRequestReader.addresses(body.path("allowedIPs")));
		}
		return ApiReply.nothing();
	}

	private SimulatedConsumerKey credential(ApiCall call) {
		return find(call, "credentialId", this.accounts::findConsumerKey);
	}

	private SimulatedApplication application(ApiCall call) {
		return find(call, "applicationId", this.accounts::application);
	}

	private static <T> T find(ApiCall call, String name, Function<Long, Optional<T>> objects) {
		String id = call.variable(name);
		return ApiTypes.integer(id)
			.map((number) -> objects.apply(number).orElseThrow(() -> ApiRefusal.noSuchObject(name, id)))
			.orElseThrow(() -> ApiRefusal.malformed("Path parameter " + name));
	}

}
