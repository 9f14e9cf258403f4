package io.github.ovhspring.sample.kvm;

import io.github.ovhspring.client.OvhClient;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opens access to screen and keyboard of a server.
 */
@RestController
class KvmController {

	@PostMapping("/servers/{server:[\\w.-]+}/kvm")
	@ResponseStatus(HttpStatus.ACCEPTED)
	KvmAccess ask(OvhClient ovh, @PathVariable String server) {
		return new Kvm(ovh).ask(server);
	}

	@GetMapping("/servers/{server:[\\w.-]+}/kvm/{task}")
	KvmAccess look(OvhClient ovh, @PathVariable String server, @PathVariable long task) {
		return new Kvm(ovh).look(server, task);
	}

}
