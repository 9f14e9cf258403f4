package io.github.ovhspring.test.customer;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiTypes;

/**
 * Dedicated servers and their network burst.
 */
final class Servers {

	private final Map<String, Server> servers = new LinkedHashMap<>();

	Servers(AccountData data) {
		data.list("servers").map(Server::of).forEach((server) -> this.servers.put(server.name(), server));
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/dedicated/server", (call) -> ApiReply.ofIds(this.servers.keySet()))
			.on("GET", "/dedicated/server/{serviceName}", (call) -> ApiReply.of(server(call).details()))
			.on("GET", "/dedicated/server/{serviceName}/burst", (call) -> ApiReply.of(server(call).burst()))
			.on("PUT", "/dedicated/server/{serviceName}/burst", this::setBurst);
	}

	Server server(ApiCall call) {
		return Found.service(this.servers, call, "serviceName");
	}

	private ApiReply setBurst(ApiCall call) {
		Server server = server(call);
		String status = call.body("status", ApiTypes.oneOf("active", "inactive"));
		if ("inactiveLocked".equals(server.burst().path("status").asString())) {
			throw new ApiRefusal(409, "Client::Conflict::ServiceLocked", "This server is being reinstalled");
		}
		server.burst().put("status", status);
		return ApiReply.nothing();
	}

}
