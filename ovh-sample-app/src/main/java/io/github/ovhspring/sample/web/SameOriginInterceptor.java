package io.github.ovhspring.sample.web;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses requests that a foreign page makes a browser send.
 * <p>
 * A request that changes something has to come from a page of this service. Browsers say
 * where it comes from, in {@code Sec-Fetch-Site}, or {@code Origin} if they are older or
 * the connection is not secure, and no script can change what they say. What says neither
 * comes from no browser: curl and other programs, which nobody can lure, need no token. A
 * token in each form would protect forms as well, but not those who act for the account
 * of the configuration without a session, and JSON callers would have to fetch one.
 * <p>
 * The host has to be one of this service's own names: a foreign page whose name is made
 * to lead to this machine (DNS rebinding) is of the same origin for the browser, and
 * could read all answers.
 * <p>
 * A service with users of its own has Spring Security do both.
 */
@Component
class SameOriginInterceptor implements HandlerInterceptor {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	private final List<String> hosts;

	SameOriginInterceptor(@Value("${sample.hosts}") List<String> hosts) {
		this.hosts = hosts;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!this.hosts.contains(request.getServerName())) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This service does not go by the name '"
					+ request.getServerName() + "'. Names that it goes by are in the property sample.hosts");
		}
		if (!SAFE.contains(request.getMethod()) && !isOfThisService(request)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN,
					"A page of another site sent this. Nothing was done");
		}
		return true;
	}

	private static boolean isOfThisService(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin");
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin == null || origin.endsWith("://" + request.getHeader(HttpHeaders.HOST));
	}

}
