package io.github.ovhspring.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriBuilder;

/**
 * {@link UriBuilder} that keeps to the endpoint: path and query can be set, nothing else.
 */
final class OvhUriBuilder implements UriBuilder {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]+}");

	private final OvhUriBuilderFactory factory;

	private final StringBuilder path = new StringBuilder();

	private final List<String> query = new ArrayList<>();

	OvhUriBuilder(OvhUriBuilderFactory factory, String template) {
		this.factory = factory;
		int mark = template.indexOf('?');
		this.path.append((mark != -1) ? template.substring(0, mark) : template);
		query((mark != -1) ? template.substring(mark + 1) : "");
	}

	@Override
	public UriBuilder scheme(@Nullable String scheme) {
		throw refused("scheme");
	}

	@Override
	public UriBuilder userInfo(@Nullable String userInfo) {
		throw refused("user info");
	}

	@Override
	public UriBuilder host(@Nullable String host) {
		throw refused("host");
	}

	@Override
	public UriBuilder port(int port) {
		throw refused("port");
	}

	@Override
	public UriBuilder port(@Nullable String port) {
		throw refused("port");
	}

	@Override
	public UriBuilder fragment(@Nullable String fragment) {
		throw refused("fragment");
	}

	private static IllegalArgumentException refused(String part) {
		return new IllegalArgumentException(
				"The " + part + " of a call cannot be set: the endpoint decides all but path and query");
	}

	@Override
	public UriBuilder path(String path) {
		this.path.append(path);
		return this;
	}

	@Override
	public UriBuilder replacePath(@Nullable String path) {
		this.path.setLength(0);
		return path((path != null) ? path : "");
	}

	@Override
	public UriBuilder pathSegment(String... pathSegments) {
		for (String segment : pathSegments) {
			this.path.append('/').append(quoted(segment));
		}
		return this;
	}

	@Override
	public UriBuilder query(String query) {
		if (!query.isEmpty()) {
			this.query.add(query);
		}
		return this;
	}

	@Override
	public UriBuilder replaceQuery(@Nullable String query) {
		this.query.clear();
		return query((query != null) ? query : "");
	}

	@Override
	public UriBuilder queryParam(String name, @Nullable Object... values) {
		for (Object value : values) {
			if (value instanceof String text && PLACEHOLDER.matcher(text).find()) {
				this.query.add(quoted(name) + "=" + quoted(text));
			}
			else {
				this.query.addAll(UriText.query(name, value));
			}
		}
		return this;
	}

	@Override
	public UriBuilder queryParam(String name, @Nullable Collection<?> values) {
		return CollectionUtils.isEmpty(values) ? this : queryParam(name, values.toArray());
	}

	@Override
	public UriBuilder queryParamIfPresent(String name, Optional<?> value) {
		value.ifPresent((present) -> queryParam(name, present));
		return this;
	}

	@Override
	public UriBuilder queryParams(MultiValueMap<String, String> params) {
		params.forEach(this::queryParam);
		return this;
	}

	@Override
	public UriBuilder replaceQueryParam(String name, @Nullable Object... values) {
		this.query.removeIf((parameter) -> parameter.startsWith(quoted(name) + "="));
		return queryParam(name, values);
	}

	@Override
	public UriBuilder replaceQueryParam(String name, @Nullable Collection<?> values) {
		return replaceQueryParam(name, CollectionUtils.isEmpty(values) ? new Object[0] : values.toArray());
	}

	@Override
	public UriBuilder replaceQueryParams(MultiValueMap<String, String> params) {
		this.query.clear();
		return queryParams(params);
	}

	// Text keeps its meaning, whatever characters it has; placeholders stay placeholders.
	private static String quoted(String text) {
		StringBuilder out = new StringBuilder();
		int position = 0;
		for (Matcher placeholder = PLACEHOLDER.matcher(text); placeholder.find();) {
			UriText.appendValue(out, text.substring(position, placeholder.start()));
			out.append(placeholder.group());
			position = placeholder.end();
		}
		UriText.appendValue(out, text.substring(position));
		return out.toString();
	}

	@Override
	public URI build(@Nullable Object... uriVariables) {
		return this.factory.expand(template(), uriVariables);
	}

	@Override
	public URI build(Map<String, ? extends @Nullable Object> uriVariables) {
		return this.factory.expand(template(), uriVariables);
	}

	/** Return the path as it is written in code, by which errors and metrics name it. */
	@Override
	public String toUriString() {
		return PathTemplate.withoutGeneratedQuery(template());
	}

	private String template() {
		return this.path + (this.query.isEmpty() ? "" : "?" + StringUtils.collectionToDelimitedString(this.query, "&"));
	}

}
