package io.github.ovhspring.test.api;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.account.SimulatedCustomer;
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

	private final SimulatedKeys keys;

	private final Callers callers;

	CredentialCalls(SimulatedKeys keys) {
		this.keys = keys;
		this.callers = new Callers(keys);
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/me/api/credential", this::credentials)
			.on("GET", CREDENTIAL, (call) -> ApiReply.of(ApiJson.credential(credential(call))))
			.on("PUT", CREDENTIAL, this::change)
			.on("DELETE", CREDENTIAL, (call) -> {
				this.keys.remove(credential(call));
				return ApiReply.nothing();
			})
			.on("GET", CREDENTIAL + "/application",
					(call) -> ApiReply.of(ApiJson.application(credential(call).application())))
			.on("GET", "/me/api/application", (call) -> ApiReply.ofNumbers(owned(call).map(SimulatedApplication::id)))
			.on("GET", APPLICATION, (call) -> ApiReply.of(ApiJson.application(application(call))))
			.on("DELETE", APPLICATION, (call) -> {
				this.keys.remove(application(call));
				return ApiReply.nothing();
			});
	}

	private ApiReply credentials(ApiCall call) {
		Optional<Long> application = call.query("applicationId", ApiTypes::integer);
		Optional<ConsumerKeyState> status = call.query("status", ConsumerKeyState::of);
		return ApiReply.ofNumbers(this.keys.consumerKeys()
			.stream()
			.filter((key) -> key.customer() == this.callers.customer(call))
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
		SimulatedCustomer customer = this.callers.customer(call);
		return find(call, "credentialId",
				(id) -> this.keys.findConsumerKey(id).filter((key) -> key.customer() == customer));
	}

	private SimulatedApplication application(ApiCall call) {
		return find(call, "applicationId",
				(id) -> owned(call).filter((application) -> application.id() == id).findFirst());
	}

	// All applications are Ada's: others only use them.
	private Stream<SimulatedApplication> owned(ApiCall call) {
		return (this.callers.customer(call) == SimulatedCustomer.ADA) ? this.keys.applications().stream()
				: Stream.empty();
	}

	private static <T> T find(ApiCall call, String name, Function<Long, Optional<T>> objects) {
		String id = call.variable(name);
		return ApiTypes.integer(id)
			.map((number) -> objects.apply(number).orElseThrow(() -> ApiRefusal.noSuchObject(name, id)))
			.orElseThrow(() -> ApiRefusal.malformed("Path parameter " + name));
	}

}
