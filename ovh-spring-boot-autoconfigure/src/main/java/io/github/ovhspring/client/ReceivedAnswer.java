package io.github.ovhspring.client;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.function.ThrowingSupplier;

/**
 * Keeps the answer to one call of an HTTP service interface, for the case that it cannot
 * be read: what Spring throws then does not have it.
 */
final class ReceivedAnswer {

	static final String ATTRIBUTE = ReceivedAnswer.class.getName();

	private final Method method;

	private @Nullable HttpRequest request;

	private @Nullable ClientHttpResponse response;

	ReceivedAnswer(Method method) {
		this.method = method;
	}

	static void set(HttpRequest request, ClientHttpResponse response) {
		if (request.getAttributes().get(ATTRIBUTE) instanceof ReceivedAnswer answer) {
			answer.request = request;
			answer.response = response;
		}
	}

	/**
	 * Return what the method returns for an empty answer.
	 */
	@Nullable Object empty() {
		Class<?> type = this.method.getReturnType();
		if (type == List.class || type == Collection.class) {
			return List.of();
		}
		if (type == Optional.class || Nullness.forMethodReturnType(this.method) == Nullness.NULLABLE) {
			return null;
		}
		throw unreadable("the answer is empty: return Optional where that may be", null);
	}

	OvhApiException unreadable(ParameterizedTypeReference<?> type, Exception cause) {
		return unreadable("the answer cannot be read as " + ResolvableType.forType(type), cause);
	}

	private OvhApiException unreadable(String problem, @Nullable Exception cause) {
		return ThrowingSupplier
			.of(() -> ResponseErrors.unreadable(Objects.requireNonNull(this.request),
					Objects.requireNonNull(this.response), problem, cause))
			.get();
	}

}
