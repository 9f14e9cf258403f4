package io.github.ovhspring.client;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.CallAttributes;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;

/**
 * Says in the log, and to observations, what has become of a call.
 */
final class CallObserver implements ClientHttpRequestInterceptor {

	private static final Log logger = LogFactory.getLog(OvhClient.class);

	// Values of a metric's key have to be few.
	private static final Pattern CODE = Pattern.compile("[\\w:]{1,60}");

	private final String client;

	CallObserver(String client) {
		this.client = client;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		request.getAttributes().put(CallAttributes.CLIENT, this.client);
		long start = System.nanoTime();
		try {
			ClientHttpResponse response = execution.execute(request, body);
			if (ResponseErrors.isError(response.getStatusCode())) {
				request.getAttributes().put(CallAttributes.ERROR, error(response));
			}
			HttpStatusCode status = response.getStatusCode();
			log(request, () -> status.value() + " " + queryId(response), start);
			return response;
		}
		catch (IOException | RuntimeException ex) {
			log(request, () -> ex.getClass().getName(), start);
			throw ex;
		}
	}

	private static String error(ClientHttpResponse response) throws IOException {
		ApiError error = ApiError.parse(StreamUtils.copyToByteArray(response.getBody()));
		String code = String.valueOf((error.code() != null) ? error.code() : error.errorClass());
		return (CODE.matcher(code).matches() && !code.equals("null")) ? code : "none";
	}

	private static String queryId(ClientHttpResponse response) {
		return ApiError.QUERY_ID + ": " + response.getHeaders().getFirst(ApiError.QUERY_ID);
	}

	private void log(HttpRequest request, Supplier<String> outcome, long start) {
		if (logger.isDebugEnabled()) {
			logger.debug(this.client + ": " + request.getMethod() + " " + CallAttributes.template(request) + " -> "
					+ outcome.get() + " in " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
		}
	}

}
