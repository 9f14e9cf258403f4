package io.github.ovhspring.sample.account;

import io.github.ovhspring.consumerkey.AccessRights;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;

import org.springframework.http.HttpMethod;

/**
 * What this service asks a customer for: the calls that it makes, and no more.
 */
enum Rights {

	/** Show things. */
	LOOK,

	/** Change things too. */
	CHANGE;

	ConsumerKeyRequest request(String redirection) {
		ConsumerKeyRequest.Builder request = ConsumerKeyRequest.builder()
			.readOnly("/me")
			.recursive(AccessRights.READ_ONLY, "/me/bill")
			.recursive(AccessRights.READ_ONLY, "/me/api/credential")
			.recursive(AccessRights.READ_ONLY, "/dedicated/server")
			.recursive(AccessRights.READ_ONLY, "/email/domain")
			.readOnly("/auth/currentCredential")
			.rule(HttpMethod.POST, "/auth/logout")
			.redirection(redirection);
		if (this == CHANGE) {
			request.rule(HttpMethod.PUT, "/dedicated/server/*/burst")
				.rule(HttpMethod.POST, "/dedicated/server/*/features/ipmi/access")
				.rule(HttpMethod.POST, "/email/domain/*/redirection")
				.rule(HttpMethod.DELETE, "/email/domain/*/redirection/*")
				.rule(HttpMethod.DELETE, "/me/api/credential/*");
		}
		return request.build();
	}

}
