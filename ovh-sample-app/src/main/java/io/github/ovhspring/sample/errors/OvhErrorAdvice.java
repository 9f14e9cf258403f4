package io.github.ovhspring.sample.errors;

import io.github.ovhspring.client.OvhApiException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns what goes wrong into answers that a caller of this service can act on.
 */
@RestControllerAdvice
class OvhErrorAdvice extends ResponseEntityExceptionHandler {

	private static final Log log = LogFactory.getLog(OvhErrorAdvice.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(OvhApiException ex) {
		log.warn(ex.getMessage());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(ex), (ex.apiMessage() != null) ? ex.apiMessage()
				: "The OVHcloud API answered " + ex.getStatusCode().value());
		if (ex.queryId() != null) {
			problem.setProperty("queryId", ex.queryId());
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
		HttpHeaders headers = ex.getResponseHeaders();
		String retryAfter = (headers != null) ? headers.getFirst(HttpHeaders.RETRY_AFTER) : null;
		return ((retryAfter != null) ? answer.header(HttpHeaders.RETRY_AFTER, retryAfter) : answer).body(problem);
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

	@ExceptionHandler
	ProblemDetail handle(ResourceAccessException ex) {
		log.warn(ex.getMessage());
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "The OVHcloud API does not answer");
	}

}
