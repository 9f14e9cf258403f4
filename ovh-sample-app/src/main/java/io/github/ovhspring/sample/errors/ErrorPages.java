package io.github.ovhspring.sample.errors;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.client.OvhApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows what goes wrong as a page, where a page was asked for. All others get the answers
 * of {@link OvhErrorAdvice}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements HandlerExceptionResolver {

	private static final Log log = LogFactory.getLog(ErrorPages.class);

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		boolean poll = request.getHeader("HX-Request") != null;
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (!poll && (accept == null || !accept.contains("text/html"))) {
			return null;
		}
		Failure failure = failure(ex);
		response.setStatus(failure.status().value());
		return new ModelAndView(poll ? "error :: poll" : "error").addObject("failure", failure)
			.addObject("self", request.getRequestURI())
			.addObject("repeatable", request.getMethod().equals("GET"));
	}

	private static Failure failure(Exception ex) {
		if (ex instanceof OvhApiException refusal) {
			log.warn(ex.getMessage());
			return Failure.of(refusal);
		}
		if (ex instanceof ResourceAccessException silence) {
			log.warn(ex.getMessage());
			return Failure.of(silence);
		}
		if (ex instanceof MissingConsumerKeyException nobody) {
			return Failure.of(nobody);
		}
		if (ex instanceof ErrorResponse response) {
			return Failure.of(response);
		}
		if (ex instanceof TypeMismatchException mismatch) {
			return Failure.of(mismatch);
		}
		log.error("A page failed", ex);
		return Failure.unexpected();
	}

}
