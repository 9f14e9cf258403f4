package io.github.ovhspring.sample.applications;

import java.util.List;
import java.util.stream.IntStream;

import io.github.ovhspring.client.OvhClient;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the applications that the account's owner has let in.
 */
@RestController
class ApplicationController {

	private final OvhClient ovh;

	ApplicationController(OvhClient ovh) {
		this.ovh = ovh;
	}

	@GetMapping("/applications")
	List<AuthorisedApplication> applications() {
		List<Long> ids = this.ovh.get("/me/api/credential").query("status", "validated").asList(Long.class);
		List<Credential> credentials = this.ovh.getAll("/me/api/credential/{id}", ids, Credential.class);
		List<Application> applications = this.ovh.getAll("/me/api/credential/{id}/application", ids, Application.class);
		return IntStream.range(0, ids.size())
			.mapToObj((i) -> new AuthorisedApplication(credentials.get(i), applications.get(i)))
			.toList();
	}

}
