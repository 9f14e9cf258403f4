package io.github.ovhspring.client;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriBuilder;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Makes the URIs of calls. Every rule for paths is here, in {@link PathTemplate} and in
 * {@link UriText}, so that {@link OvhClient} and the {@code RestClient} underneath follow
 * the same.
 */
final class OvhUriBuilderFactory implements UriBuilderFactory {

	private static final Pattern VERSIONED = Pattern.compile("/v[12](?=[/?]|$)");

	private final OvhEndpoint endpoint;

	private final String root;

	OvhUriBuilderFactory(OvhEndpoint endpoint) {
		this.endpoint = endpoint;
		this.root = endpoint.root();
	}

	@Override
	public URI expand(String template, Map<String, ? extends @Nullable Object> values) {
		return template.isEmpty() ? this.endpoint.uri() : uri(PathTemplate.expand(template, values));
	}

	@Override
	public URI expand(String template, @Nullable Object... values) {
		return template.isEmpty() ? this.endpoint.uri() : uri(PathTemplate.expand(template, values));
	}

	@Override
	public UriBuilder uriString(String template) {
		return new OvhUriBuilder(this, template);
	}

	@Override
	public UriBuilder builder() {
		return uriString("");
	}

	/**
	 * Return the URI of a call.
	 * @param path the encoded path, with or without a query
	 */
	URI uri(String path) {
		if (!VERSIONED.matcher(path).lookingAt()) {
			return URI.create(this.endpoint.uri() + path);
		}
		if (this.endpoint.servesVersions()) {
			return URI.create(this.root + path);
		}
		Assert.isTrue(path.startsWith("/v1"),
				() -> "Path '" + path + "' cannot be called: endpoint " + this.endpoint + " has no version 2");
		return URI.create(this.endpoint.uri() + path.substring("/v1".length()));
	}

}
