package io.github.ovhspring.sample.mail;

import io.github.ovhspring.client.OvhClient;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Redirects mail. The API answers with a task, since the work is done later.
 */
@RestController
class RedirectionController {

	private final OvhClient ovh;

	RedirectionController(OvhClient ovh) {
		this.ovh = ovh;
	}

	@PostMapping("/redirections")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Task redirect(@RequestBody RedirectionRequest request) {
		return this.ovh.post("/email/domain/{domain}/redirection", request.checkedDomain())
			.body(request.redirection())
			.as(Task.class);
	}

}
