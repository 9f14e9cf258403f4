package io.github.ovhspring.sample.errors;

import java.util.Objects;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.client.OvhApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.ResourceAccessException;

/**
 * What went wrong, and what to do about it.
 *
 * @param status the status of the answer
 * @param message what went wrong
 * @param advice what to do
 * @param queryId the id by which OVHcloud's support finds the call
 * @param retryAfter the API's own word on when to try again
 */
record Failure(HttpStatusCode status, String message, String advice, @Nullable String queryId,
		@Nullable String retryAfter) {

	private static final String GO_BACK = "Go back, change what you asked for, and send it again.";

	private static final String TRY_AGAIN = "Try again in a moment.";

	static Failure of(OvhApiException ex) {
		HttpHeaders headers = ex.getResponseHeaders();
		return new Failure(status(ex),
				Objects.requireNonNullElseGet(ex.apiMessage(),
						() -> "The OVHcloud API answered " + ex.getStatusCode().value()),
				Advice.on(ex), ex.queryId(), (headers != null) ? headers.getFirst(HttpHeaders.RETRY_AFTER) : null);
	}

	static Failure of(ResourceAccessException ex) {
		return new Failure(HttpStatus.SERVICE_UNAVAILABLE, "The OVHcloud API does not answer",
				"Nothing of yours is lost. " + TRY_AGAIN + " If it stays so, look at this service's network and at "
						+ "OVHcloud's status page. Where something was to be changed, look whether it was.",
				null, null);
	}

	static Failure of(MissingConsumerKeyException ex) {
		return new Failure(HttpStatus.CONFLICT, "No account is connected",
				"Connect one on the page of accounts, or set OVH_CONSUMER_KEY for this service.", null, null);
	}

	static Failure of(ErrorResponse ex) {
		String detail = ex.getBody().getDetail();
		return new Failure(ex.getStatusCode(), (detail != null) ? detail : ex.getBody().getTitle() + "", GO_BACK, null,
				null);
	}

	static Failure of(TypeMismatchException ex) {
		return new Failure(HttpStatus.BAD_REQUEST,
				"'" + ex.getValue() + "' is not what '" + ex.getPropertyName() + "' can be", GO_BACK, null, null);
	}

	/**
	 * Return any other failure, of which only the log has more.
	 */
	static Failure unexpected() {
		return new Failure(HttpStatus.INTERNAL_SERVER_ERROR, "This service failed", "Its log says why.", null, null);
	}

	// What is wrong with keys and signatures is this service's own fault, not its
	// caller's.
	private static HttpStatusCode status(OvhApiException ex) {
		if (ex instanceof OvhApiException.NotFound || ex instanceof OvhApiException.ServiceExpired) {
			return HttpStatus.NOT_FOUND;
		}
		if (ex instanceof OvhApiException.TooManyRequests) {
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		if (ex instanceof OvhApiException.InvalidSignature || ex instanceof OvhApiException.ClockSkew) {
			return HttpStatus.BAD_GATEWAY;
		}
		return (ex instanceof OvhApiException.BadRequest || ex instanceof OvhApiException.Conflict
				|| ex instanceof OvhApiException.PreconditionFailed || ex instanceof OvhApiException.Locked)
						? ex.getStatusCode() : HttpStatus.BAD_GATEWAY;
	}

}
