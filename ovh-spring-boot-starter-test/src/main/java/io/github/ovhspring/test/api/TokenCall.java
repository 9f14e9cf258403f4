package io.github.ovhspring.test.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedServiceAccount;
import io.github.ovhspring.test.check.OpenCalls;
import io.github.ovhspring.test.rest.ApiReply;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Call by which service accounts get tokens, see RFC 6749, 4.4 and 5.2.
 */
final class TokenCall {

	private static final Log logger = LogFactory.getLog(TokenCall.class);

	private static final String BASIC = "Basic ";

	private final SimulatedKeys keys;

	TokenCall(SimulatedKeys keys) {
		this.keys = keys;
	}

	/**
	 * Answer a request, if it is this call.
	 */
	Optional<ApiReply> answer(Request request) {
		boolean own = request.getMethod().equals(RequestMethod.POST) && request.getUrl().equals(OpenCalls.TOKEN);
		return own ? Optional.of(issue(request)) : Optional.empty();
	}

	private ApiReply issue(Request request) {
		Form form = Form.of(request.getBodyAsString());
		Optional<SimulatedServiceAccount> account = account(request.getHeader("Authorization"), form);
		if (account.isEmpty()) {
			return error(401, "invalid_client", "no service account has this id and secret");
		}
		if (!"client_credentials".equals(form.get("grant_type"))) {
			return error(400, "unsupported_grant_type", "grant_type must be client_credentials");
		}
		String scope = form.get("scope");
		if (scope == null || !Arrays.asList(scope.split(" ")).contains("all")) {
			return error(400, "invalid_scope", "scope must be all");
		}
		return ApiReply.of(JsonNodeFactory.instance.objectNode()
			.put("access_token", account.get().issueToken())
			.put("token_type", "Bearer")
			.put("expires_in", account.get().tokenLifetime().toSeconds())
			.put("scope", "all"));
	}

	// Some clients send id and secret in a header, some in the form.
	private Optional<SimulatedServiceAccount> account(@Nullable String authorization, Form form) {
		if (authorization != null && authorization.startsWith(BASIC)) {
			String[] parts = decode(authorization.substring(BASIC.length())).split(":", 2);
			return (parts.length == 2) ? account(parts[0], parts[1]) : Optional.empty();
		}
		return account(form.get("client_id"), form.get("client_secret"));
	}

	private static String decode(String base64) {
		try {
			return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private Optional<SimulatedServiceAccount> account(@Nullable String id, @Nullable String secret) {
		return Optional.ofNullable(id)
			.flatMap(this.keys::serviceAccount)
			.filter((account) -> account.clientSecret().equals(secret));
	}

	private static ApiReply error(int status, String code, String description) {
		logger.warn("A token is refused: " + description);
		return new ApiReply(status,
				JsonNodeFactory.instance.objectNode().put("error", code).put("error_description", description),
				Map.of("WWW-Authenticate", "Basic realm=\"simulated OVHcloud API\""));
	}

}
