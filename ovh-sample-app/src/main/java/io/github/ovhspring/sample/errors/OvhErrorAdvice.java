package io.github.ovhspring.sample.errors;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.client.OvhApiException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpHeaders;
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
		return problem(Failure.of(ex));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(ResourceAccessException ex) {
		log.warn(ex.getMessage());
		return problem(Failure.of(ex));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(MissingConsumerKeyException ex) {
		return problem(Failure.of(ex));
	}

	private static ResponseEntity<ProblemDetail> problem(Failure failure) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(failure.status(), failure.message());
		problem.setProperty("advice", failure.advice());
		if (failure.queryId() != null) {
			problem.setProperty("queryId", failure.queryId());
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(failure.status());
		return ((failure.retryAfter() != null) ? answer.header(HttpHeaders.RETRY_AFTER, failure.retryAfter()) : answer)
			.body(problem);
	}

}
