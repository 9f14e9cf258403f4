package io.github.ovhspring.sample.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.ovhspring.client.OvhClient;

import org.springframework.web.util.UriUtils;

/**
 * Mail redirections of an account. The API answers changes with a task, since the work is
 * done later.
 *
 * @param ovh the account's client
 */
record Redirections(OvhClient ovh) {

	List<String> domains() {
		return this.ovh.get("/email/domain").asList(String.class);
	}

	List<Redirection> of(String domain) {
		List<String> ids = this.ovh.get("/email/domain/{domain}/redirection", domain).asList(String.class);
		String segment = UriUtils.encodePathSegment(domain, StandardCharsets.UTF_8);
		return this.ovh.getAll("/email/domain/" + segment + "/redirection/{id}", ids, Redirection.class);
	}

	Task add(RedirectionRequest request) {
		return this.ovh.post("/email/domain/{domain}/redirection", request.checkedDomain())
			.body(request.redirection())
			.as(Task.class);
	}

	Task delete(String domain, String id) {
		return this.ovh.delete("/email/domain/{domain}/redirection/{id}", domain, id).as(Task.class);
	}

}
