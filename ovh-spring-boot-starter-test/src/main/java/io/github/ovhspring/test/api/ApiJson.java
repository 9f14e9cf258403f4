package io.github.ovhspring.test.api;

import java.time.Instant;
import java.util.List;

import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.account.AddressBlock;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.rest.ApiTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applications and consumer keys as the API writes them, see models
 * {@code auth.ApiCredential} and {@code auth.ApiApplication} of its description.
 */
final class ApiJson {

	private static final JsonMapper JSON = new JsonMapper();

	private ApiJson() {
	}

	static ObjectNode object() {
		return JSON.createObjectNode();
	}

	static ObjectNode credential(SimulatedConsumerKey key) {
		ObjectNode json = object().put("credentialId", key.id())
			.put("applicationId", key.application().id())
			.put("status", key.state().value())
			.put("ovhSupport", false)
			.put("creation", time(key.creation()))
			.put("expiration", time(key.expiration()))
			.put("lastUse", time(key.lastUse()));
		json.set("rules", rules(key.rules()));
		if (key.allowedIps().isEmpty()) {
			json.putNull("allowedIPs");
		}
		else {
			json.set("allowedIPs", JSON.valueToTree(key.allowedIps().stream().map(AddressBlock::text).toList()));
		}
		return json;
	}

	static ArrayNode rules(List<AccessRule> rules) {
		ArrayNode json = JSON.createArrayNode();
		rules.forEach((rule) -> json.addObject().put("method", rule.method().name()).put("path", rule.path()));
		return json;
	}

	static ObjectNode application(SimulatedApplication application) {
		return object().put("applicationId", application.id())
			.put("applicationKey", application.applicationKey())
			.put("name", application.name())
			.put("description", "Simulated application")
			.put("status", "active");
	}

	private static @Nullable String time(@Nullable Instant time) {
		return (time != null) ? ApiTypes.text(time) : null;
	}

}
