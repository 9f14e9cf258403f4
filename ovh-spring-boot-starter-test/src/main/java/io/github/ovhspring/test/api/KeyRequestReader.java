package io.github.ovhspring.test.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.account.AddressBlock;
import io.github.ovhspring.test.account.KeyRequest;
import io.github.ovhspring.test.rest.ApiRefusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

/**
 * Reads what an application asks of a customer, model
 * {@code auth.ApiCredentialRequestParams}. The texts of the errors are ours.
 */
final class KeyRequestReader {

	private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private KeyRequestReader() {
	}

	static KeyRequest read(JsonNode json) {
		JsonNode rules = json.path("accessRules");
		if (rules.isEmpty()) {
			throw badRequest("accessRules must be a list of rules, each with method and path");
		}
		return new KeyRequest(rules.valueStream().map(KeyRequestReader::rule).toList(),
				addresses(json.path("allowedIPs")), redirection(json.path("redirection")));
	}

	private static AccessRule rule(JsonNode json) {
		String method = json.path("method").asString("");
		String path = json.path("path").asString("");
		if (!METHODS.contains(method) || !path.startsWith("/")) {
			throw badRequest("accessRules: method must be one of " + METHODS.stream().sorted().toList()
					+ ", and path begin with /");
		}
		return new AccessRule(HttpMethod.valueOf(method), path);
	}

	static List<AddressBlock> addresses(JsonNode json) {
		try {
			return json.valueStream().map((block) -> AddressBlock.of(block.asString(""))).toList();
		}
		catch (IllegalArgumentException ex) {
			throw badRequest("allowedIPs: " + ex.getMessage());
		}
	}

	private static @Nullable String redirection(JsonNode json) {
		if (!json.isString()) {
			return null;
		}
		try {
			URI uri = new URI(json.stringValue());
			if (uri.getHost() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
				return uri.toString();
			}
		}
		catch (URISyntaxException ex) {
			// Said below.
		}
		throw badRequest("redirection must be a URL");
	}

	private static ApiRefusal badRequest(String message) {
		return new ApiRefusal(400, "Client::BadRequest", message);
	}

}
