package io.github.ovhspring.sample.mail;

import java.util.List;

import io.github.ovhspring.client.OvhClient;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists, adds and deletes mail redirections.
 */
@RestController
class RedirectionController {

	@GetMapping("/redirections")
	List<Redirection> redirections(OvhClient ovh, @RequestParam String domain) {
		return new Redirections(ovh).of(domain);
	}

	@PostMapping("/redirections")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Task redirect(OvhClient ovh, @RequestBody RedirectionRequest request) {
		return new Redirections(ovh).add(request);
	}

	@DeleteMapping("/redirections/{id:[\\w-]+}")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Task delete(OvhClient ovh, @PathVariable String id, @RequestParam String domain) {
		return new Redirections(ovh).delete(domain, id);
	}

}
