package io.github.ovhspring.client;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.ovhspring.auth.SigningInterceptor;
import io.github.ovhspring.http.CallAttributes;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

/**
 * Default {@link OvhRequest}.
 */
final class DefaultOvhRequest implements OvhRequest {

	private static final String PAGE_SIZE = "X-Pagination-Size";

	private static final String CURSOR = "X-Pagination-Cursor";

	private static final String NEXT_CURSOR = "X-Pagination-Cursor-Next";

	private final RestClient.RequestBodyUriSpec spec;

	private final OvhUriBuilderFactory uris;

	private final String template;

	private final StringBuilder path;

	DefaultOvhRequest(RestClient.RequestBodyUriSpec spec, OvhUriBuilderFactory uris, String template, String path) {
		this.spec = spec;
		this.uris = uris;
		this.template = template;
		this.path = new StringBuilder(path);
	}

	@Override
	public OvhRequest query(String name, @Nullable Object... values) {
		for (String parameter : UriText.query(name, values)) {
			this.path.append(separator()).append(parameter);
		}
		return this;
	}

	private String separator() {
		if (this.path.indexOf("?") == -1) {
			return "?";
		}
		char last = this.path.charAt(this.path.length() - 1);
		return (last == '?' || last == '&') ? "" : "&";
	}

	@Override
	public OvhRequest header(String name, String... values) {
		HeaderRules.check(name, values);
		this.spec.header(name, values);
		return this;
	}

	@Override
	public DefaultOvhRequest body(Object body) {
		Assert.notNull(body, "The body must not be null: leave body() out for a call without one");
		this.spec.contentType(MediaType.APPLICATION_JSON).body(body);
		return this;
	}

	/**
	 * Set a body that the converters of the application have no say in.
	 */
	DefaultOvhRequest json(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		this.spec.contentType(MediaType.APPLICATION_JSON).body((out) -> out.write(bytes));
		return this;
	}

	@Override
	public DefaultOvhRequest unauthenticated() {
		this.spec.attribute(SigningInterceptor.UNAUTHENTICATED_ATTRIBUTE, true);
		return this;
	}

	@Override
	public OvhRequest pageSize(int elements) {
		Assert.isTrue(elements >= 1, () -> "Page size " + elements + " must be at least 1");
		this.spec.headers((headers) -> headers.set(PAGE_SIZE, String.valueOf(elements)));
		return this;
	}

	@Override
	public <T> T as(Class<T> type) {
		return required(type, Function.<T>identity());
	}

	@Override
	public <T> T as(ParameterizedTypeReference<T> type) {
		return required(type.getType(), Function.<T>identity());
	}

	@Override
	public <T> List<T> asList(Class<T> elementType) {
		return list(this.<List<T>, @Nullable List<T>>exchange(listOf(elementType), Answer::orNull));
	}

	private static Type listOf(Class<?> elementType) {
		return ResolvableType.forClassWithGenerics(List.class, elementType).getType();
	}

	private static <T> List<T> list(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	@Override
	public <T> Stream<T> stream(Class<T> elementType) {
		Type type = listOf(elementType);
		CursorTrail trail = new CursorTrail();
		return StreamSupport.stream(new CursorPages<T>((cursor, number) -> page(type, cursor, number, trail)), false);
	}

	private <T> CursorPage<T> page(Type type, @Nullable String cursor, int number, CursorTrail trail) {
		this.spec.attribute(ResponseErrors.PAGE_ATTRIBUTE, number);
		if (cursor != null) {
			this.spec.headers((headers) -> headers.set(CURSOR, cursor));
		}
		return Objects.requireNonNull(this.<List<T>, CursorPage<T>>exchange(type, (answer) -> {
			String next = answer.header(NEXT_CURSOR);
			if (!StringUtils.hasText(next)) {
				return new CursorPage<>(list(answer.orNull()), null);
			}
			if (trail.repeats(next)) {
				throw answer.unreadable("the cursor of the next page has been there before: the list would never end",
						null);
			}
			return new CursorPage<>(list(answer.orNull()), next);
		}));
	}

	@Override
	public <T> Optional<T> asOptional(Class<T> type) {
		try {
			return Optional.ofNullable(this.<T, @Nullable T>exchange(type, Answer::orNull));
		}
		catch (OvhApiException.NotFound | OvhApiException.ServiceExpired ex) {
			return Optional.empty();
		}
	}

	@Override
	public <T> ResponseEntity<T> asEntity(Class<T> type) {
		return Objects.requireNonNull(this.<T, ResponseEntity<T>>exchange(type, Answer::entity));
	}

	@Override
	public void send() {
		exchange(Void.class, (answer) -> answer);
	}

	/**
	 * Send the call and return what is made of the text of the answer. What cannot be
	 * made of it is unreadable.
	 */
	<R> R read(Function<String, R> reader) {
		return required(String.class, reader);
	}

	private <T, R> R required(Type type, Function<T, R> mapper) {
		return Objects.requireNonNull(this.<T, R>exchange(type, (answer) -> answer.map(mapper)));
	}

	private <T, R extends @Nullable Object> R exchange(Type type, Reader<T, R> reader) {
		return this.spec.uri(this.uris.uri(this.path.toString()))
			.attribute(CallAttributes.TEMPLATE, this.template)
			.accept(MediaType.APPLICATION_JSON)
			.exchange((request, response) -> {
				if (ResponseErrors.isError(response.getStatusCode())) {
					throw ResponseErrors.exception(request, response);
				}
				return reader.read(new Answer<T>(request, response, type));
			});
	}

	/**
	 * Reads an answer in one of the forms that callers may ask for.
	 */
	private interface Reader<T, R extends @Nullable Object> {

		R read(Answer<T> answer) throws IOException;

	}

}
