package io.github.ovhspring.test.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.PathContainer;

/**
 * Call of the API, as those who answer it see it. What is missing or malformed is refused
 * here, as the API does.
 */
public final class ApiCall {

	private static final JsonMapper mapper = new JsonMapper();

	private final Request request;

	private final PathContainer path;

	private final Map<String, String> variables;

	private ApiCall(Request request, PathContainer path, Map<String, String> variables) {
		this.request = request;
		this.path = path;
		this.variables = variables;
	}

	/**
	 * Read a call.
	 * @param request the request
	 * @return the call, or nothing if its path is below none of the API's versions
	 */
	public static Optional<ApiCall> of(Request request) {
		return ApiPath.of(request.getUrl())
			.map((path) -> new ApiCall(request, PathContainer.parsePath(path), Map.of()));
	}

	ApiCall with(Map<String, String> variables) {
		return new ApiCall(this.request, this.path, variables);
	}

	String method() {
		return this.request.getMethod().value();
	}

	/**
	 * Return whether the path is below another.
	 * @param path the other path
	 * @return whether it begins with it
	 */
	public boolean isBelow(String path) {
		return this.path.value().startsWith(path + "/");
	}

	PathContainer path() {
		return this.path;
	}

	/**
	 * Return a header.
	 * @param name the header's name
	 * @return its value, or nothing
	 */
	public Optional<String> header(String name) {
		return Optional.ofNullable(this.request.getHeader(name));
	}

	/**
	 * Return what a placeholder of the path stands for.
	 * @param name the placeholder's name
	 * @return the value, decoded
	 */
	public String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * Return all values of a parameter of the query.
	 * @param name the parameter's name
	 * @return the values, decoded
	 */
	public List<String> queries(String name) {
		QueryParameter parameter = this.request.queryParameter(name);
		return parameter.isPresent() ? parameter.values() : List.of();
	}

	/**
	 * Return which parameters the query has.
	 * @return their names, decoded
	 */
	public List<String> queryNames() {
		String[] parts = this.request.getUrl().split("\\?", 2);
		return Arrays.stream(parts)
			.skip(1)
			.flatMap(Pattern.compile("&")::splitAsStream)
			.map((parameter) -> URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8))
			.filter((name) -> !name.isEmpty())
			.distinct()
			.toList();
	}

	/**
	 * Return a parameter of the query.
	 * @param name the parameter's name
	 * @return its first value, decoded, or nothing
	 */
	public Optional<String> query(String name) {
		return queries(name).stream().findFirst();
	}

	/**
	 * Return a parameter of the query that is not just text.
	 * @param <T> the type
	 * @param name the parameter's name
	 * @param type reads the value
	 * @return its first value, or nothing
	 * @throws ApiRefusal if the value cannot be read
	 */
	public <T> Optional<T> query(String name, Function<String, Optional<T>> type) {
		return query(name).map((text) -> type.apply(text).orElseThrow(() -> malformedQuery(name)));
	}

	/**
	 * Return a parameter of the query that has to be there.
	 * @param <T> the type
	 * @param name the parameter's name
	 * @param type reads the value
	 * @return its first value
	 * @throws ApiRefusal if it is missing, or the value cannot be read
	 */
	public <T> T requiredQuery(String name, Function<String, Optional<T>> type) {
		return query(name, type).orElseThrow(() -> malformedQuery(name));
	}

	private static ApiRefusal malformedQuery(String name) {
		return ApiRefusal.malformed("Query parameter " + name);
	}

	/**
	 * Return the body.
	 * @return the body, which is an object
	 * @throws ApiRefusal if it is not one
	 */
	public JsonNode body() {
		JsonNode body = tree();
		if (!body.isObject()) {
			throw ApiRefusal.malformed("Body");
		}
		return body;
	}

	/**
	 * Return whether there is a body.
	 * @return whether it is there
	 */
	public boolean hasBody() {
		return this.request.getBody().length > 0;
	}

	/**
	 * Return the body.
	 * @return the body, of whatever type
	 * @throws ApiRefusal if it is not JSON
	 */
	public JsonNode tree() {
		try {
			return mapper.readTree(this.request.getBody());
		}
		catch (JacksonException ex) {
			throw ApiRefusal.malformed("Body");
		}
	}

	/**
	 * Return a property of the body that has to be there.
	 * @param <T> the type
	 * @param name the name of the property
	 * @param type reads the value
	 * @return its value
	 * @throws ApiRefusal if it is missing, or cannot be read
	 */
	public <T> T body(String name, Function<String, Optional<T>> type) {
		return body().path(name)
			.asStringOpt()
			.flatMap(type)
			.orElseThrow(() -> ApiRefusal.malformed("Body parameter " + name));
	}

	@Override
	public String toString() {
		return method() + " " + this.path.value();
	}

}
