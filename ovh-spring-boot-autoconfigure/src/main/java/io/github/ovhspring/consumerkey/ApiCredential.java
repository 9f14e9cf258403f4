package io.github.ovhspring.consumerkey;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

/**
 * What a consumer key allows, as OVHcloud's {@code api.Credential} has it.
 *
 * @param credentialId the id of the credential
 * @param applicationId the id of the application
 * @param status {@code expired}, {@code pendingValidation}, {@code refused} or
 * {@code validated}
 * @param rules the calls that it allows
 * @param creation when it was made
 * @param expiration when it ends, {@code null} for never
 * @param lastUse when it was used last, {@code null} for never
 * @param allowedIps the blocks of addresses that it may be used from, all if empty
 */
public record ApiCredential(long credentialId, long applicationId, String status, List<AccessRule> rules,
		OffsetDateTime creation, @Nullable OffsetDateTime expiration, @Nullable OffsetDateTime lastUse,
		List<String> allowedIps) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Read the answer to {@code GET /auth/currentCredential}.
	 * @param json the answer
	 * @return the credential
	 * @throws RuntimeException if it is not such an answer
	 */
	public static ApiCredential of(String json) {
		JsonNode answer = JSON.readTree(json);
		return new ApiCredential(answer.required("credentialId").longValue(),
				answer.required("applicationId").longValue(), answer.required("status").stringValue(),
				answer.path("rules").valueStream().map(ApiCredential::rule).toList(),
				OffsetDateTime.parse(answer.required("creation").stringValue()), time(answer.path("expiration")),
				time(answer.path("lastUse")),
				answer.path("allowedIPs").valueStream().map(JsonNode::stringValue).toList());
	}

	private static AccessRule rule(JsonNode json) {
		return new AccessRule(HttpMethod.valueOf(json.required("method").stringValue()),
				json.required("path").stringValue());
	}

	private static @Nullable OffsetDateTime time(JsonNode json) {
		return json.isString() ? OffsetDateTime.parse(json.stringValue()) : null;
	}

}
