package io.github.ovhspring.client;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * Successful answer to a call, read as the type that the caller asks for.
 *
 * @param <T> that type
 */
final class Answer<T> {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpRequest request;

	private final ConvertibleClientHttpResponse response;

	private final Type type;

	Answer(HttpRequest request, ConvertibleClientHttpResponse response, Type type) {
		this.request = request;
		this.response = response;
		this.type = type;
	}

	@Nullable T orNull() throws IOException {
		String start = new String(this.response.getBody().readNBytes(64), StandardCharsets.UTF_8).trim();
		return (start.isEmpty() || start.equals("null")) ? null : convert();
	}

	<R> R map(Function<T, R> mapper) throws IOException {
		T value = orNull();
		if (value == null) {
			throw unreadable("the answer is empty: use asOptional where that may be", null);
		}
		try {
			return mapper.apply(value);
		}
		catch (RuntimeException ex) {
			throw unreadable(ex);
		}
	}

	ResponseEntity<T> entity() throws IOException {
		return ResponseEntity.status(this.response.getStatusCode()).headers(this.response.getHeaders()).body(orNull());
	}

	@Nullable String header(String name) {
		return this.response.getHeaders().getFirst(name);
	}

	@SuppressWarnings("unchecked")
	private @Nullable T convert() throws IOException {
		try {
			if (this.type == String.class) {
				return (T) text(this.response.getBody().readAllBytes());
			}
			return this.response.bodyTo(ParameterizedTypeReference.<T>forType(this.type));
		}
		catch (RestClientException | HttpMessageConversionException | JacksonException ex) {
			throw unreadable(ex);
		}
	}

	private static String text(byte[] body) {
		JsonNode json = JSON.readTree(body);
		return json.isString() ? json.stringValue() : new String(body, StandardCharsets.UTF_8);
	}

	private OvhApiException unreadable(Exception cause) throws IOException {
		return unreadable("the answer cannot be read as " + ResolvableType.forType(this.type), cause);
	}

	OvhApiException unreadable(String problem, @Nullable Exception cause) throws IOException {
		return ResponseErrors.unreadable(this.request, this.response, problem, cause);
	}

}
