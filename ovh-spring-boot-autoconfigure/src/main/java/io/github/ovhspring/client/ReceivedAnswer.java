package io.github.ovhspring.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

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

	private @Nullable HttpRequest request;

	private @Nullable ClientHttpResponse response;

	static void set(HttpRequest request, ClientHttpResponse response) {
		if (request.getAttributes().get(ATTRIBUTE) instanceof ReceivedAnswer answer) {
			answer.request = request;
			answer.response = response;
		}
	}

	OvhApiException unreadable(ParameterizedTypeReference<?> type, Exception cause) {
		return ThrowingSupplier.of(() -> ResponseErrors.unreadable(Objects.requireNonNull(this.request),
				Objects.requireNonNull(this.response), "the answer cannot be read as " + ResolvableType.forType(type),
				cause))
			.get();
	}

}
