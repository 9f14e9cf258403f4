package io.github.ovhspring.test.rest;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Errors of the API. They have two shapes, an older one with an {@code errorCode} and a
 * newer one with a {@code class}. Each is given in the older one if it was seen in that.
 *
 * @param status the status
 * @param errorCode the code, in the older shape
 * @param errorClass the class, in the newer shape if it was seen in that
 * @param message the message
 */
public record ApiError(int status, @Nullable String errorCode, @Nullable String errorClass, String message) {

	private static final String FORBIDDEN = "Client::Forbidden";

	/** The application key is unknown. */
	public static final ApiError INVALID_KEY = new ApiError(403, "INVALID_KEY", FORBIDDEN,
			"This application key is invalid");

	/** The consumer key is unknown, or is that of another application. */
	public static final ApiError NOT_CREDENTIAL = older(403, "NOT_CREDENTIAL", "This credential does not exist");

	/** The consumer key is not validated. */
	public static final ApiError INVALID_CREDENTIAL = older(403, "INVALID_CREDENTIAL", "This credential is not valid");

	/** The consumer key has no rule for the call. */
	public static final ApiError NOT_GRANTED_CALL = new ApiError(403, "NOT_GRANTED_CALL", FORBIDDEN,
			"This call has not been granted");

	/** The timestamp is not one, or too far from the API's time. */
	public static final ApiError QUERY_TIME_OUT = older(400, "QUERY_TIME_OUT", "Query out of time");

	/** The signature is not that of the call. */
	public static final ApiError INVALID_SIGNATURE = older(400, "INVALID_SIGNATURE", "Invalid signature");

	/** The call has to be signed. */
	public static final ApiError UNAUTHORIZED = newer(401, "Client::Unauthorized", "You must login first");

	/** A consumer key was asked for without an application key. */
	public static final ApiError NO_APPLICATION_KEY = newer(401, "Client::Unauthorized",
			"You must send your application key to request new credentials");

	/** The API has no such call. */
	public static final ApiError NOT_FOUND = newer(404, "Client::NotFound", "Got an invalid (or empty) URL");

	private static ApiError older(int status, String errorCode, String message) {
		return new ApiError(status, errorCode, null, message);
	}

	static ApiError newer(int status, String errorClass, String message) {
		return new ApiError(status, null, errorClass, message);
	}

	/**
	 * Return this error in its newer shape, if it was seen in that.
	 */
	public ApiError newer() {
		return (this.errorClass != null) ? newer(this.status, this.errorClass, this.message) : this;
	}

	/**
	 * Return the answer that tells this error.
	 */
	public ApiReply reply() {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		if (this.errorCode != null) {
			body.put("message", this.message)
				.put("httpCode", this.status + ((this.status == 400) ? " Bad Request" : " Forbidden"))
				.put("errorCode", this.errorCode);
		}
		else {
			body.put("class", this.errorClass).put("message", this.message);
		}
		return new ApiReply(this.status, body);
	}

}
