package io.github.ovhspring.sample.applications;

import java.util.List;
import java.util.stream.IntStream;

import io.github.ovhspring.client.OvhClient;

/**
 * Applications that the account's owner has let in.
 *
 * @param ovh the account's client
 */
record Applications(OvhClient ovh) {

	List<AuthorisedApplication> authorised() {
		List<Long> ids = this.ovh.get("/me/api/credential").query("status", "validated").asList(Long.class);
		List<Credential> credentials = this.ovh.getAll("/me/api/credential/{id}", ids, Credential.class);
		List<Application> applications = this.ovh.getAll("/me/api/credential/{id}/application", ids, Application.class);
		return IntStream.range(0, ids.size())
			.mapToObj((i) -> new AuthorisedApplication(credentials.get(i), applications.get(i)))
			.toList();
	}

	long ownCredential() {
		return this.ovh.currentCredential().credentialId();
	}

	void revoke(long credentialId) {
		this.ovh.delete("/me/api/credential/{id}", credentialId).send();
	}

}
