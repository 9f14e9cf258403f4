package io.github.ovhspring.client;

import java.io.IOException;
import java.util.Objects;

import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.BufferedResponse;
import io.github.ovhspring.http.CallAttributes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;

/**
 * Turns answers that are not a success, or not whole, into an {@link OvhApiException}.
 */
final class ResponseErrors implements ClientHttpRequestInterceptor {

	/** Request attribute with the number of the page, where a list comes in pages. */
	static final String PAGE_ATTRIBUTE = ResponseErrors.class.getName() + ".page";

	private final long maxResponseSize;

	ResponseErrors(long maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		BufferedResponse response = BufferedResponse.of(execution.execute(request, body), this.maxResponseSize);
		IOException failure = response.failure();
		if (failure == null || isError(response.getStatusCode())) {
			ReceivedAnswer.set(request, response);
			return response;
		}
		response.close();
		throw unreadable(request, response, "the answer is not whole: " + failure.getMessage(), failure);
	}

	static boolean isError(HttpStatusCode status) {
		return !status.is2xxSuccessful();
	}

	static void raise(HttpRequest request, ClientHttpResponse response) throws IOException {
		throw exception(request, response);
	}

	static OvhApiException exception(HttpRequest request, ClientHttpResponse response) throws IOException {
		return create(failedCall(request, response));
	}

	/**
	 * Return the exception for a refused token: of whatever status, it is the credentials
	 * that are not accepted.
	 */
	static OvhApiException tokenException(HttpRequest request, ClientHttpResponse response) throws IOException {
		FailedCall call = failedCall(request, response);
		return call.status().is4xxClientError() ? new OvhApiException.Unauthorized(call) : create(call);
	}

	private static FailedCall failedCall(HttpRequest request, ClientHttpResponse response) throws IOException {
		byte[] body = StreamUtils.copyToByteArray(response.getBody());
		return failedCall(request, response, body, ApiError.parse(body), null, null);
	}

	static OvhApiException unreadable(HttpRequest request, ClientHttpResponse response, String problem,
			@Nullable Throwable cause) throws IOException {
		byte[] body = StreamUtils.copyToByteArray(response.getBody());
		return new OvhApiException.UnreadableResponse(
				failedCall(request, response, body, ApiError.NONE, problem, cause));
	}

	private static FailedCall failedCall(HttpRequest request, ClientHttpResponse response, byte[] body, ApiError error,
			@Nullable String problem, @Nullable Throwable cause) throws IOException {
		Integer page = (Integer) request.getAttributes().get(PAGE_ATTRIBUTE);
		return new FailedCall(request, CallAttributes.template(request), page, response.getStatusCode(),
				// HttpURLConnection has none where the server sends none.
				Objects.requireNonNullElse(response.getStatusText(), ""), response.getHeaders(), body, error, problem,
				cause, CallAttributes.failures(request));
	}

	private static OvhApiException create(FailedCall call) {
		// The statuses of these two are nowhere documented.
		if (call.isOfClass("Client::PreconditionFailed")) {
			return new OvhApiException.PreconditionFailed(call);
		}
		if (call.isOfClass("Client::Locked")) {
			return new OvhApiException.Locked(call);
		}
		return switch (call.status().value()) {
			case 400 -> badRequest(call);
			case 401 -> new OvhApiException.Unauthorized(call);
			case 403 -> forbidden(call);
			case 404 -> new OvhApiException.NotFound(call);
			case 409 -> new OvhApiException.Conflict(call);
			case 412 -> new OvhApiException.PreconditionFailed(call);
			case 423 -> new OvhApiException.Locked(call);
			case 429 -> new OvhApiException.TooManyRequests(call);
			case 460 -> new OvhApiException.ServiceExpired(call);
			default ->
				call.status().is5xxServerError() ? new OvhApiException.ServerError(call) : new OvhApiException(call);
		};
	}

	private static OvhApiException badRequest(FailedCall call) {
		return switch (call.code()) {
			case "INVALID_SIGNATURE" -> new OvhApiException.InvalidSignature(call);
			case "QUERY_TIME_OUT" -> new OvhApiException.ClockSkew(call);
			default -> new OvhApiException.BadRequest(call);
		};
	}

	private static OvhApiException forbidden(FailedCall call) {
		return switch (call.code()) {
			case "INVALID_KEY" -> new OvhApiException.InvalidKey(call);
			case "INVALID_CREDENTIAL" -> new OvhApiException.InvalidCredential(call);
			case "NOT_CREDENTIAL" -> new OvhApiException.NotCredential(call);
			case "NOT_GRANTED_CALL" -> new OvhApiException.NotGrantedCall(call);
			default -> new OvhApiException.Forbidden(call);
		};
	}

}
