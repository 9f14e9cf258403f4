package io.github.ovhspring.test;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/**
 * Answers of the API itself. Its errors have two shapes, an older one with an
 * {@code errorCode} and a newer one with a {@code class}.
 */
enum ApiAnswer {

	/** The application key is unknown. */
	INVALID_KEY(403, older("403 Forbidden", "INVALID_KEY", "This application key is invalid")),

	/** The consumer key is unknown. */
	NOT_CREDENTIAL(403, older("403 Forbidden", "NOT_CREDENTIAL", "This credential does not exist")),

	/** The timestamp is not one, or too far from the API's time. */
	QUERY_TIME_OUT(400, older("400 Bad Request", "QUERY_TIME_OUT", "Query out of time")),

	/** The signature is not that of the call. */
	INVALID_SIGNATURE(400, older("400 Bad Request", "INVALID_SIGNATURE", "Invalid signature")),

	/** The call has to be signed. */
	UNAUTHORIZED(401, newer("Client::Unauthorized", "You must login first")),

	/** The API has no such call. */
	NOT_FOUND(404, newer("Client::NotFound", "Got an invalid (or empty) URL"));

	private final int status;

	private final String body;

	ApiAnswer(int status, String body) {
		this.status = status;
		this.body = body;
	}

	private static String older(String httpCode, String errorCode, String message) {
		return "{\"message\":\"%s\",\"httpCode\":\"%s\",\"errorCode\":\"%s\"}".formatted(message, httpCode, errorCode);
	}

	private static String newer(String errorClass, String message) {
		return "{\"class\":\"%s\",\"message\":\"%s\"}".formatted(errorClass, message);
	}

	ResponseDefinition definition() {
		return json(this.status, this.body);
	}

	static ResponseDefinition ok(String json) {
		return json(200, json);
	}

	private static ResponseDefinition json(int status, String body) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(status)
			.withHeader("Content-Type", "application/json; charset=utf-8")
			.withBody(body)
			.build();
	}

}
