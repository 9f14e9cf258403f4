package io.github.ovhspring.sample.errors;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ovhspring.client.OvhApiException;

/**
 * What a person can do about each kind of refusal.
 */
final class Advice {

	// The more special kind comes before the one that it is of.
	private static final Map<Class<? extends OvhApiException>, String> BY_KIND = new LinkedHashMap<>();

	static {
		BY_KIND.put(OvhApiException.InvalidSignature.class,
				"Check application secret and consumer key of this service: one of them is not that of the key.");
		BY_KIND.put(OvhApiException.ClockSkew.class, "Try again: the client has measured the API's time anew.");
		BY_KIND.put(OvhApiException.BadRequest.class, "Go back, change what you asked for, and send it again.");
		BY_KIND.put(OvhApiException.InvalidKey.class,
				"Check ovh.application-key and ovh.endpoint of this service: the endpoint does not know the key.");
		BY_KIND.put(OvhApiException.NotGrantedCall.class,
				"The key of this account has no right to do that. Connect the account once more, with that right.");
		BY_KIND.put(OvhApiException.InvalidCredential.class,
				"The key of this account has expired or was revoked. Connect the account once more.");
		BY_KIND.put(OvhApiException.NotCredential.class,
				"The key of this account does not exist any more. Connect the account once more.");
		BY_KIND.put(OvhApiException.Unauthorized.class, "Connect an account, or check the keys of this service.");
		BY_KIND.put(OvhApiException.NotFound.class, "It may have been removed meanwhile: go back to its list.");
		BY_KIND.put(OvhApiException.ServiceExpired.class, "Renew the service at OVHcloud.");
		BY_KIND.put(OvhApiException.Conflict.class, "Something else is being done to it: try again when that is over.");
		BY_KIND.put(OvhApiException.Locked.class, "Something else is being done to it: try again when that is over.");
		BY_KIND.put(OvhApiException.PreconditionFailed.class, "It has changed meanwhile: look at it, and try again.");
		BY_KIND.put(OvhApiException.TooManyRequests.class, "Wait a minute, and try again.");
	}

	private Advice() {
	}

	static String on(OvhApiException ex) {
		if (!ex.missingIamActions().isEmpty()) {
			return "Its IAM policy has to allow " + String.join(", ", ex.missingIamActions()) + ".";
		}
		return BY_KIND.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isInstance(ex))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("Try again in a moment. If it stays so, OVHcloud's support finds the call by its query id.");
	}

}
