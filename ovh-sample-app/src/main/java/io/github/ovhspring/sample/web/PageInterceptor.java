package io.github.ovhspring.sample.web;

import io.github.ovhspring.sample.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Gives each page its frame and the headers that keep it to itself: scripts, styles and
 * forms of this service only, and no frame around it.
 */
@Component
class PageInterceptor implements HandlerInterceptor {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private final Accounts accounts;

	private final boolean simulated;

	PageInterceptor(Accounts accounts, @Value("${sample.simulated}") boolean simulated) {
		this.accounts = accounts;
		this.simulated = simulated;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		// Not "no-referrer": forms would say that they come from nowhere.
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		if (!(handler instanceof ResourceHttpRequestHandler)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		}
		request.setAttribute("frame", new Frame(request.getRequestURI(), this.simulated, this.accounts.inUse(request)));
		return true;
	}

	// Before the page is written, so that its head can name the customer.
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && response.getStatus() == HttpStatus.OK.value()) {
			this.accounts.inUse(request).introduce();
		}
	}

}
