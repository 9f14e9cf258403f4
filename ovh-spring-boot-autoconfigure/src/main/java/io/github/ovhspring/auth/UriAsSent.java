package io.github.ovhspring.auth;

import java.net.URI;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Request without the question mark of a query that has nothing in it: some HTTP clients
 * send that mark and some do not, so it must not be there to be signed.
 */
final class UriAsSent extends HttpRequestWrapper {

	private final URI uri;

	private UriAsSent(HttpRequest request, URI uri) {
		super(request);
		this.uri = uri;
	}

	static HttpRequest of(HttpRequest request) {
		String uri = request.getURI().toString();
		return "".equals(request.getURI().getRawQuery())
				? new UriAsSent(request, URI.create(uri.replaceFirst("\\?(?=#|$)", ""))) : request;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

}
