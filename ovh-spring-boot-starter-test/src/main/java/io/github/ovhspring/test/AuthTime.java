package io.github.ovhspring.test;

import java.util.Set;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;

/**
 * The call by which clients ask for the API's time.
 */
final class AuthTime {

	private static final Set<String> URLS = Set.of("/1.0/auth/time", "/v1/auth/time");

	private AuthTime() {
	}

	static boolean isCalledBy(Request request) {
		return RequestMethod.GET.equals(request.getMethod()) && URLS.contains(request.getUrl());
	}

}
