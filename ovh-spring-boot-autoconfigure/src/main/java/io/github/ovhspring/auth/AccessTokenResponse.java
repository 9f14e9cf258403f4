package io.github.ovhspring.auth;

import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Answer of a token endpoint, see RFC 6749, 5.1.
 *
 * @param token the token: a secret
 * @param lifetime how long the token is valid
 */
public record AccessTokenResponse(String token, Duration lifetime) {

	private static final JsonMapper JSON = new JsonMapper();

	// Where the server does not say, its usual time is not to be relied on.
	private static final long UNKNOWN_LIFETIME = 60;

	// Longer than any token lives, and short enough to be counted in nanoseconds.
	private static final long LONGEST_LIFETIME = Duration.ofDays(365).toSeconds();

	/**
	 * Read an answer.
	 * @param json the answer
	 * @return the token
	 * @throws RuntimeException if it is not such an answer
	 */
	public static AccessTokenResponse of(String json) {
		JsonNode answer = JSON.readTree(json);
		String token = answer.required("access_token").stringValue();
		Assert.hasText(token, "The token is empty");
		long lifetime = answer.path("expires_in").asLong(UNKNOWN_LIFETIME);
		return new AccessTokenResponse(token, Duration.ofSeconds(Math.max(0, Math.min(lifetime, LONGEST_LIFETIME))));
	}

	@Override
	public String toString() {
		return "AccessTokenResponse[lifetime=" + this.lifetime + "]";
	}

}
