package io.github.ovhspring.test.customer;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiTypes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was done to redirections. It has its effect at once, and stays to be looked at.
 */
final class MailTasks {

	private final Map<String, Map<String, ObjectNode>> tasks = new LinkedHashMap<>();

	private final InstantSource clock;

	private long lastTask = 62004711;

	MailTasks(AccountData data, InstantSource clock) {
		data.objects("domains", "/domain").keySet().forEach((domain) -> this.tasks.put(domain, new LinkedHashMap<>()));
		this.clock = clock;
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/email/domain/{domain}/task/redirection", this::list)
			.on("GET", "/email/domain/{domain}/task/redirection/{id}",
					(call) -> ApiReply.of(Found.object(tasks(call), call, "id")));
	}

	private Map<String, ObjectNode> tasks(ApiCall call) {
		return Found.service(this.tasks, call, "domain");
	}

	private ApiReply list(ApiCall call) {
		Optional<String> account = call.query("account");
		return ApiReply.ofIds(
				Found.ids(tasks(call), (task) -> account.stream().allMatch(task.path("account").asString()::equals)));
	}

	ObjectNode start(ApiCall call, String action, String account) {
		String id = String.valueOf(++this.lastTask);
		ObjectNode task = JsonNodeFactory.instance.objectNode();
		task.put("id", id)
			.put("action", action)
			.put("type", "forward")
			.put("account", account)
			.put("domain", call.variable("domain"))
			.put("date", ApiTypes.text(this.clock.instant()));
		tasks(call).put(id, task);
		return task;
	}

}
