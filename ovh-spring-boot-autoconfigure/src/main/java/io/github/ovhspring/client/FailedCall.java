package io.github.ovhspring.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.SentSecrets;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.StringUtils;

/**
 * All that is known of a call that failed.
 *
 * @param request the call
 * @param path the path of the call, placeholders not filled
 * @param page the number of the page that was asked for, where a list comes in pages
 * @param status the status of the answer
 * @param statusText the text beside the status
 * @param headers the headers of the answer
 * @param body the bytes of the answer
 * @param error what the API says
 * @param problem what is wrong with an answer that should have been a success
 * @param cause the exception behind the failure
 * @param earlier what became of earlier attempts
 */
record FailedCall(HttpRequest request, String path, @Nullable Integer page, HttpStatusCode status, String statusText,
		HttpHeaders headers, byte[] body, ApiError error, @Nullable String problem, @Nullable Throwable cause,
		List<IOException> earlier) {

	private static final int EXCERPT = 200;

	// The longest text of the API's that a message may have of each kind.
	private static final int SAID = 1000;

	// Of JSON, and of a form, as which some token endpoints answer.
	private static final Pattern SECRET_FIELD = Pattern
		.compile("(?i)([a-z_]*(?:key|secret|token|password)(?:\"\\s*:\\s*\"|=))[^\"&\\s]*");

	private static final Map<String, String> HINTS = Map.of("INVALID_SIGNATURE",
			"Usual causes: application secret or consumer key mistyped, consumer key not validated yet, "
					+ "or a body that is not of the shape that this call expects",
			"QUERY_TIME_OUT", "The timestamp is too far from the API's time even after asking for that anew",
			"INVALID_KEY", "Application keys are valid on the endpoint where they were made, and there alone",
			"INVALID_CREDENTIAL", "The consumer key is not validated yet, has expired or was revoked", "NOT_CREDENTIAL",
			"The consumer key does not exist, or belongs to another application key", "NOT_GRANTED_CALL",
			"The access rules of the consumer key do not allow this call: rules cannot be changed, "
					+ "request a new key with a rule for it",
			"invalid_client", "The client id or secret is wrong, or of another endpoint", "MISSING_CREDENTIAL",
			"The consumer key is missing or not validated yet");

	HttpMethod method() {
		return this.request.getMethod();
	}

	/**
	 * Return the API's code, or text that is none.
	 */
	String code() {
		return String.valueOf(this.error.code());
	}

	@Nullable String queryId() {
		return this.headers.getFirst(ApiError.QUERY_ID);
	}

	boolean isOfClass(String family) {
		return (this.error.errorClass() + "::").startsWith(family + "::");
	}

	String message() {
		StringBuilder message = new StringBuilder();
		message.append(method()).append(' ').append(this.path);
		if (this.page != null) {
			message.append(" (page ").append(this.page).append(')');
		}
		message.append(": ").append(this.status.value());
		String name = name();
		if (StringUtils.hasText(name)) {
			message.append(' ').append(name);
		}
		if (!this.earlier.isEmpty()) {
			message.append(" after ").append(this.earlier.size() + 1).append(" attempts");
		}
		if (this.problem != null) {
			message.append(", but ").append(this.problem);
		}
		String said = (this.error.message() != null) ? shown(this.error.message(), SAID) : excerpt();
		if (!said.isEmpty()) {
			message.append(" \"").append(said).append('"');
		}
		if (!this.error.missingIamActions().isEmpty()) {
			message.append(" (missing IAM actions: ")
				.append(shown(String.join(", ", this.error.missingIamActions()), SAID))
				.append(')');
		}
		String queryId = queryId();
		if (queryId != null) {
			message.append(" (").append(ApiError.QUERY_ID).append(": ").append(queryId).append(')');
		}
		String retryAfter = this.headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (retryAfter != null) {
			message.append(" (").append(HttpHeaders.RETRY_AFTER).append(": ").append(retryAfter).append(')');
		}
		String hint = hint();
		if (hint != null) {
			message.append(". ").append(hint);
		}
		return SentSecrets.hide(this.request, message.toString());
	}

	private String name() {
		if (this.error.code() != null) {
			return shown(this.error.code(), EXCERPT);
		}
		return shown((this.error.errorClass() != null) ? this.error.errorClass() : this.statusText, EXCERPT);
	}

	private @Nullable String hint() {
		if (this.status.is3xxRedirection()) {
			return "Redirects are not followed, since the signature is for one URL";
		}
		if (this.path.equals("/auth/time")) {
			return "Calls are signed with the API's time, so none can be signed before it answers";
		}
		String code = this.error.code();
		return (code != null) ? HINTS.get(code) : null;
	}

	private String excerpt() {
		String text = start(new String(this.body, StandardCharsets.UTF_8), EXCERPT);
		return shown(SECRET_FIELD.matcher(text).replaceAll("$1***"), EXCERPT);
	}

	// One line, of bounded length, whatever the server sends.
	private String shown(String text, int length) {
		String line = start(text, length).replaceAll("[\\s\\p{Cntrl}]+", " ").trim();
		return (line.length() > length) ? line.substring(0, length) + "…" : line;
	}

	// What is cut in two is not found any more, and half a secret is half too much.
	private String start(String text, int length) {
		String hidden = SentSecrets.hide(this.request, text);
		return hidden.substring(0, Math.min(length * 4, hidden.length()));
	}

}
