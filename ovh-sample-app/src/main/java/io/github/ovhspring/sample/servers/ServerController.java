package io.github.ovhspring.sample.servers;

import java.util.List;
import java.util.concurrent.Executor;

import io.github.ovhspring.client.OvhClient;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists dedicated servers, and activates network burst for those of a data centre.
 */
@RestController
class ServerController {

	private final Executor executor;

	ServerController(@Qualifier("applicationTaskExecutor") Executor executor) {
		this.executor = executor;
	}

	@GetMapping("/servers")
	List<Server> servers(OvhClient ovh) {
		return new Servers(ovh).all();
	}

	@PutMapping("/servers/burst")
	List<BurstResult> burst(OvhClient ovh, @RequestParam String datacenter) {
		return BurstRun.start(new Servers(ovh), datacenter, this.executor).await();
	}

}
