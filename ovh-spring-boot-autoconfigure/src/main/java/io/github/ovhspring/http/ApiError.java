package io.github.ovhspring.http;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

/**
 * What the API says of a call that failed. It has two shapes: the older one has
 * {@code errorCode}, the newer one {@code class} and {@code details}; either may come
 * alone, with the other or not at all. Token endpoints have {@code error} and
 * {@code error_description} in their place, see RFC 6749, 5.2.
 *
 * @param errorCode such as {@code NOT_CREDENTIAL}
 * @param errorClass such as {@code Client::Forbidden}
 * @param message what the API says, for people
 * @param details further facts, values that are not text as JSON
 * @param missingIamActions the actions that the caller's IAM policies do not allow
 */
public record ApiError(@Nullable String errorCode, @Nullable String errorClass, @Nullable String message,
		Map<String, String> details, List<String> missingIamActions) implements Serializable {

	/** Header with the id by which OVHcloud's support finds a call. */
	public static final String QUERY_ID = "X-Ovh-QueryID";

	/** What an answer says that is not an error of the API. */
	public static final ApiError NONE = new ApiError(null, null, null, Map.of(), List.of());

	private static final List<String> IAM_DETAILS = List.of("unauthorizedActionsByAuthentication",
			"unauthorizedActionsByIAM");

	private static final Map<String, String> CODES = Map.of("Invalid signature", "INVALID_SIGNATURE",
			"Query out of time", "QUERY_TIME_OUT", "This application key is invalid", "INVALID_KEY",
			"This call has not been granted", "NOT_GRANTED_CALL", "This credential does not exist", "NOT_CREDENTIAL",
			"This credential is not valid", "INVALID_CREDENTIAL");

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Read the body of a failed call, whatever it is: what is not an error of the API has
	 * none of its parts.
	 * @param body the bytes of the body
	 * @return what could be read of it
	 */
	public static ApiError parse(byte[] body) {
		try {
			return of(JSON.readTree(body));
		}
		catch (JacksonException ex) {
			// The body stays in the exception that is made of this.
			return NONE;
		}
	}

	/**
	 * Return the code that tells why the call failed. Where the API gives none, as in
	 * errors of the newer shape, its fixed messages stand for theirs.
	 * @return the code, such as {@code NOT_CREDENTIAL}
	 */
	public @Nullable String code() {
		return (this.errorCode != null) ? this.errorCode : CODES.get(String.valueOf(this.message));
	}

	/**
	 * Return whether the call was refused, before anything was done, for a timestamp too
	 * far from the API's own time.
	 * @return whether the clock is to blame
	 */
	public boolean isClockSkew() {
		return "QUERY_TIME_OUT".equals(code());
	}

	private static ApiError of(JsonNode json) {
		if (!json.isObject()) {
			return NONE;
		}
		Map<String, String> details = new LinkedHashMap<>();
		json.path("details").properties().forEach((detail) -> details.put(detail.getKey(), text(detail.getValue())));
		List<String> iamActions = new ArrayList<>();
		IAM_DETAILS.forEach((name) -> addActions(iamActions, json.path("details").path(name)));
		return new ApiError(string(json, "errorCode", "error"), string(json, "class"),
				string(json, "message", "error_description"), Map.copyOf(details),
				iamActions.stream().distinct().toList());
	}

	private static void addActions(List<String> actions, JsonNode value) {
		if (value.isArray()) {
			value.forEach((element) -> addActions(actions, element));
		}
		else if (value.isString()) {
			actions.addAll(List.of(StringUtils.tokenizeToStringArray(value.stringValue(), ", ")));
		}
	}

	private static @Nullable String string(JsonNode json, String... names) {
		return Stream.of(names)
			.map(json::path)
			.filter((value) -> !value.isMissingNode() && !value.isNull())
			.findFirst()
			.map(ApiError::text)
			.orElse(null);
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

	/** Name the error. What the API says of it may show what it was sent. */
	@Override
	public String toString() {
		return "ApiError[errorCode=" + this.errorCode + ", errorClass=" + this.errorClass + "]";
	}

}
