package io.github.ovhspring.test.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiTypes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What takes a server some time: reboots, and access to its console.
 */
final class ServerTasks {

	private static final Map<String, String> ACCESS_VALUES = Map.of("kvmipHtml5URL",
			"https://ipmi.example.com/%s/kvm.html", "kvmipJnlp",
			"<?xml version=\"1.0\"?><jnlp codebase=\"https://ipmi.example.com/%s\"/>", "serialOverLanSshKey",
			"ssh://%s@ipmi.example.com", "serialOverLanURL", "https://ipmi.example.com/%s/sol.html");

	private static final Function<String, Optional<String>> ACCESS_TYPE = ApiTypes
		.oneOf(ACCESS_VALUES.keySet().toArray(String[]::new));

	private final Servers servers;

	private final InstantSource clock;

	private long lastTask = 510004711;

	ServerTasks(Servers servers, InstantSource clock) {
		this.servers = servers;
		this.clock = clock;
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/dedicated/server/{serviceName}/task", this::list)
			.on("GET", "/dedicated/server/{serviceName}/task/{taskId}", this::lookAt)
			.on("POST", "/dedicated/server/{serviceName}/reboot", this::reboot)
			.on("GET", "/dedicated/server/{serviceName}/features/ipmi", this::ipmi)
			.on("POST", "/dedicated/server/{serviceName}/features/ipmi/access", this::requestAccess)
			.on("GET", "/dedicated/server/{serviceName}/features/ipmi/access", this::access);
	}

	private ApiReply list(ApiCall call) {
		Optional<String> function = call.query("function");
		Optional<String> status = call.query("status");
		return ApiReply.ofNumbers(this.servers.server(call)
			.tasks()
			.values()
			.stream()
			.map(ServerTask::json)
			.filter((task) -> function.stream().allMatch(task.path("function").asString()::equals))
			.filter((task) -> status.stream().allMatch(task.path("status").asString()::equals))
			.map((task) -> task.path("taskId").asLong()));
	}

	private ApiReply lookAt(ApiCall call) {
		String id = call.variable("taskId");
		ServerTask task = this.servers.server(call).tasks().get(id);
		if (task == null) {
			throw ApiRefusal.noSuchObject("taskId", id);
		}
		return ApiReply.of(task.lookedAt(now()).json());
	}

	private ApiReply reboot(ApiCall call) {
		return ApiReply.of(start("hardReboot", this.servers.server(call)).json());
	}

	private ServerTask start(String function, Server server) {
		ServerTask task = new ServerTask(++this.lastTask, function, now());
		server.tasks().put(String.valueOf(this.lastTask), task);
		return task;
	}

	private ApiReply ipmi(ApiCall call) {
		this.servers.server(call);
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("activated", true);
		ObjectNode features = json.putObject("supportedFeatures");
		ACCESS_VALUES.keySet().stream().sorted().forEach((type) -> features.put(type, true));
		return ApiReply.of(json);
	}

	private ApiReply requestAccess(ApiCall call) {
		Server server = this.servers.server(call);
		String type = call.body("type", ACCESS_TYPE);
		String minutes = call.body("ttl", ApiTypes.oneOf("1", "3", "5", "10", "15"));
		ServerTask task = start("requestAccessIPMI", server);
		server.accesses()
			.put(type, new IpmiAccess(task, Duration.ofMinutes(Long.parseLong(minutes)),
					ACCESS_VALUES.getOrDefault(type, "").formatted(server.name())));
		return ApiReply.of(task.json());
	}

	private ApiReply access(ApiCall call) {
		Server server = this.servers.server(call);
		String type = call.requiredQuery("type", ACCESS_TYPE);
		return ApiReply.of(Optional.ofNullable(server.accesses().get(type))
			.map((access) -> access.lookedAt(now()))
			.orElseThrow(() -> ApiRefusal.noSuchObject("type", type)));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
