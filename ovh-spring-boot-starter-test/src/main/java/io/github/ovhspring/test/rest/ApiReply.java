package io.github.ovhspring.test.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Answer of the simulator's own to a call.
 *
 * @param status the HTTP status
 * @param body the body
 * @param headers further headers
 * @param pageSize how many elements of a list are given at once, at most
 */
public record ApiReply(int status, JsonNode body, Map<String, String> headers, int pageSize) {

	/**
	 * Create an answer without further headers.
	 * @param status the HTTP status
	 * @param body the body
	 */
	public ApiReply(int status, JsonNode body) {
		this(status, body, Map.of());
	}

	/**
	 * Create an answer.
	 * @param status the HTTP status
	 * @param body the body
	 * @param headers further headers
	 */
	public ApiReply(int status, JsonNode body, Map<String, String> headers) {
		this(status, body, headers, Integer.MAX_VALUE);
	}

	/**
	 * An answer that holds something.
	 * @param body what it holds
	 * @return the answer
	 */
	public static ApiReply of(JsonNode body) {
		return new ApiReply(200, body);
	}

	/**
	 * A list of ids.
	 * @param ids the ids
	 * @return the answer
	 */
	public static ApiReply ofIds(Collection<String> ids) {
		ArrayNode body = JsonNodeFactory.instance.arrayNode();
		ids.forEach(body::add);
		return of(body);
	}

	/**
	 * A list of ids that are numbers.
	 * @param ids the ids
	 * @return the answer
	 */
	public static ApiReply ofNumbers(Stream<Long> ids) {
		ArrayNode body = JsonNodeFactory.instance.arrayNode();
		ids.forEach(body::add);
		return of(body);
	}

	/**
	 * What the API answers where there is nothing to say.
	 * @return the answer
	 */
	public static ApiReply nothing() {
		return of(JsonNodeFactory.instance.nullNode());
	}

	/**
	 * Give lists in pages, to those too who do not ask for pages.
	 * @param pageSize how many elements are given at once, at most
	 * @return the answer
	 */
	public ApiReply withPageSize(int pageSize) {
		return new ApiReply(this.status, this.body, this.headers, pageSize);
	}

	ApiReply with(JsonNode body) {
		return new ApiReply(this.status, body, this.headers, this.pageSize);
	}

	ApiReply withHeader(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new ApiReply(this.status, this.body, headers, this.pageSize);
	}

	/**
	 * Return the answer as WireMock sends it.
	 * @return the answer
	 */
	public ResponseDefinition definition() {
		ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.responseDefinition()
			.withStatus(this.status)
			.withHeader("Content-Type", "application/json; charset=utf-8")
			.withBody(this.body.toString());
		this.headers.forEach(definition::withHeader);
		return definition.build();
	}

}
