package io.github.ovhspring.sample.servers;

import java.util.List;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists dedicated servers, and activates network burst for those of a data centre.
 */
@RestController
class ServerController {

	private final OvhClient ovh;

	ServerController(OvhClient ovh) {
		this.ovh = ovh;
	}

	@GetMapping("/servers")
	List<Server> servers() {
		List<String> names = this.ovh.get("/dedicated/server").asList(String.class);
		return this.ovh.getAll("/dedicated/server/{name}", names, Server.class);
	}

	@PutMapping("/servers/burst")
	List<BurstResult> burst(@RequestParam String datacenter) {
		return servers().stream()
			.filter((server) -> server.datacenter().equals(datacenter))
			.map(this::activate)
			.toList();
	}

	// One server that fails does not stop the rest.
	private BurstResult activate(Server server) {
		try {
			this.ovh.put("/dedicated/server/{name}/burst", server.name()).body(Burst.ACTIVE).send();
			return BurstResult.activated(server);
		}
		catch (OvhApiException ex) {
			return BurstResult.failed(server, ex);
		}
	}

}
