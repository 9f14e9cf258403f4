package io.github.ovhspring.sample.applications;

import java.util.List;

import io.github.ovhspring.client.OvhClient;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists and revokes the applications that the account's owner has let in.
 */
@RestController
class ApplicationController {

	@GetMapping("/applications")
	List<AuthorisedApplication> applications(OvhClient ovh) {
		return new Applications(ovh).authorised();
	}

	@DeleteMapping("/applications/{credentialId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(OvhClient ovh, @PathVariable long credentialId) {
		new Applications(ovh).revoke(credentialId);
	}

}
