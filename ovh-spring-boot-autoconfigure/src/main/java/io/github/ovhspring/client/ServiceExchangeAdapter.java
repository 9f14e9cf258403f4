package io.github.ovhspring.client;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Makes an {@link OvhApiException.UnreadableResponse} of answers that do not fit the type
 * that a method of an HTTP service interface returns.
 */
final class ServiceExchangeAdapter extends HttpExchangeAdapterDecorator {

	ServiceExchangeAdapter(HttpExchangeAdapter delegate) {
		super(delegate);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		T body = this.<@Nullable T>read(values, type, () -> super.exchangeForBody(values, type));
		return (body != null) ? body : (T) answer(values).empty();
	}

	@Override
	public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		return this.<ResponseEntity<T>>read(values, type, () -> super.exchangeForEntity(values, type));
	}

	private <R extends @Nullable Object> R read(HttpRequestValues values, ParameterizedTypeReference<?> type,
			Supplier<R> exchange) {
		try {
			return exchange.get();
		}
		catch (RestClientResponseException | ResourceAccessException ex) {
			throw ex;
		}
		catch (RestClientException | HttpMessageConversionException ex) {
			throw answer(values).unreadable(type, ex);
		}
	}

	private static ReceivedAnswer answer(HttpRequestValues values) {
		return (ReceivedAnswer) Objects.requireNonNull(values.getAttributes().get(ReceivedAnswer.ATTRIBUTE));
	}

}
