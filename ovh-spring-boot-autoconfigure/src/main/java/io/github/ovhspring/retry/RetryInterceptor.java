package io.github.ovhspring.retry;

import java.io.IOException;

import io.github.ovhspring.http.BufferedResponse;
import io.github.ovhspring.http.CallAttributes;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Sends calls again that failed for something that may pass. Whatever depends on the time
 * or the attempt, the signature above all, has to come after it.
 */
public final class RetryInterceptor implements ClientHttpRequestInterceptor {

	private final RetrySettings settings;

	private final RetryTimer timer;

	private final long maxResponseSize;

	private final RetryBudget budget = new RetryBudget();

	/**
	 * Create an interceptor, with a budget of its own.
	 * @param settings how often and how fast
	 * @param timer the time to go by
	 * @param maxResponseSize the number of bytes of an answer after which reading stops
	 */
	public RetryInterceptor(RetrySettings settings, RetryTimer timer, long maxResponseSize) {
		this.settings = settings;
		this.timer = timer;
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		RetriedCall call = new RetriedCall(request, this.settings, this.budget, this.timer);
		try {
			return new RetryTemplate(call).execute(() -> attempt(request, body, execution));
		}
		catch (RetryException ex) {
			return outcome(request, call.failure(ex.getCause()));
		}
	}

	private BufferedResponse attempt(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		CallAttributes.countAttempt(request);
		BufferedResponse response = BufferedResponse.of(execution.execute(new Attempt(request), body),
				this.maxResponseSize);
		if (FailedAnswer.is(response)) {
			throw new FailedAnswer(response);
		}
		if (response.getStatusCode().is2xxSuccessful()) {
			this.budget.giveBack();
		}
		return response;
	}

	private static BufferedResponse outcome(HttpRequest request, Throwable failure) throws IOException {
		if (failure instanceof FailedAnswer answer) {
			return answer.response();
		}
		if (failure instanceof IOException ex) {
			CallAttributes.failures(request).forEach(ex::addSuppressed);
			throw ex;
		}
		if (failure instanceof Error error) {
			throw error;
		}
		throw (RuntimeException) failure;
	}

	/**
	 * A request whose headers are its own, so that each attempt has only those that were
	 * put on it.
	 */
	private static final class Attempt extends HttpRequestWrapper {

		private final HttpHeaders headers;

		Attempt(HttpRequest request) {
			super(request);
			this.headers = HttpHeaders.copyOf(request.getHeaders());
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

}
