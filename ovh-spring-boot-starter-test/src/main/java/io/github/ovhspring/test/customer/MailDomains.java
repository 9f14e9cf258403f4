package io.github.ovhspring.test.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiTypes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mail domains and their redirections.
 */
final class MailDomains {

	private static final String ADDRESS = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

	private final Map<String, ObjectNode> domains;

	private final Map<String, Map<String, ObjectNode>> redirections = new LinkedHashMap<>();

	private final MailTasks tasks;

	private long lastRedirection = 81190272;

	MailDomains(AccountData data, MailTasks tasks) {
		this.domains = data.objects("domains", "/domain");
		this.domains.keySet()
			.forEach((domain) -> this.redirections.put(domain,
					AccountData.byId(data.object("redirections").path(domain), "/id")));
		this.tasks = tasks;
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/email/domain", (call) -> ApiReply.ofIds(this.domains.keySet()))
			.on("GET", "/email/domain/{domain}", (call) -> ApiReply.of(Found.service(this.domains, call, "domain")))
			.on("GET", "/email/domain/{domain}/redirection", this::list)
			.on("POST", "/email/domain/{domain}/redirection", this::add)
			.on("GET", "/email/domain/{domain}/redirection/{id}",
					(call) -> ApiReply.of(Found.object(redirections(call), call, "id")))
			.on("DELETE", "/email/domain/{domain}/redirection/{id}", this::delete)
			.on("POST", "/email/domain/{domain}/redirection/{id}/changeRedirection", this::change);
	}

	private Map<String, ObjectNode> redirections(ApiCall call) {
		return Found.service(this.redirections, call, "domain");
	}

	private ApiReply list(ApiCall call) {
		Optional<String> from = call.query("from");
		Optional<String> to = call.query("to");
		return ApiReply.ofIds(Found.ids(redirections(call),
				(redirection) -> from.stream().allMatch(redirection.path("from").asString()::equals)
						&& to.stream().allMatch(redirection.path("to").asString()::equals)));
	}

	private ApiReply add(ApiCall call) {
		Map<String, ObjectNode> redirections = redirections(call);
		String from = call.body("from", ApiTypes.matching(ADDRESS));
		String to = call.body("to", ApiTypes.matching(ADDRESS));
		call.body("localCopy", ApiTypes.oneOf("true", "false"));
		if (redirections.values().stream().anyMatch((other) -> isSame(other, from, to))) {
			throw new ApiRefusal(409, "Client::Conflict", "This redirection already exists");
		}
		String id = String.valueOf(++this.lastRedirection);
		redirections.put(id, JsonNodeFactory.instance.objectNode().put("id", id).put("from", from).put("to", to));
		return ApiReply.of(this.tasks.start(call, "add", from));
	}

	private static boolean isSame(ObjectNode other, String from, String to) {
		return from.equals(other.path("from").asString()) && to.equals(other.path("to").asString());
	}

	private ApiReply change(ApiCall call) {
		ObjectNode redirection = Found.object(redirections(call), call, "id");
		redirection.put("to", call.body("to", ApiTypes.matching(ADDRESS)));
		return ApiReply.of(this.tasks.start(call, "change", redirection.path("from").asString()));
	}

	private ApiReply delete(ApiCall call) {
		ObjectNode redirection = Found.object(redirections(call), call, "id");
		redirections(call).remove(call.variable("id"));
		return ApiReply.of(this.tasks.start(call, "delete", redirection.path("from").asString()));
	}

}
