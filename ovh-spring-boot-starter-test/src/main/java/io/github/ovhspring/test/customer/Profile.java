package io.github.ovhspring.test.customer;

import java.util.Set;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customer, {@code /me}.
 */
final class Profile {

	private static final Set<String> READ_ONLY = Set.of("currency", "customerCode", "email", "kycValidated",
			"nichandle", "ovhCompany", "ovhSubsidiary", "state");

	private final ObjectNode me;

	Profile(AccountData data) {
		this.me = data.object("me");
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/me", (call) -> ApiReply.of(this.me)).on("PUT", "/me", this::edit);
	}

	private ApiReply edit(ApiCall call) {
		JsonNode body = call.body();
		for (String name : body.propertyNames()) {
			if (!this.me.has(name) || READ_ONLY.contains(name)) {
				throw ApiRefusal.malformed("Body parameter " + name);
			}
		}
		this.me.setAll((ObjectNode) body);
		return ApiReply.nothing();
	}

}
