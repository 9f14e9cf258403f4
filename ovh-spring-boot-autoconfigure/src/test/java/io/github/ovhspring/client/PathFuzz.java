package io.github.ovhspring.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of paths, by the expander and by the {@code UriBuilder}: whatever path and
 * value are, the URI is below the endpoint and the value in its segment, or it is
 * refused.
 */
class PathFuzz {

	private static final List<OvhEndpoint> ENDPOINTS = List.of(OvhEndpoint.OVH_EU, OvhEndpoint.KIMSUFI_EU);

	@FuzzTest
	void expand(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		int split = text.indexOf('\n');
		for (OvhEndpoint endpoint : ENDPOINTS) {
			String host = endpoint.uri().getHost();
			OvhUriBuilderFactory uris = new OvhUriBuilderFactory(endpoint);
			checkPath(uris, host, text.substring(0, Math.max(split, 0)));
			checkValue(uris, host, text.substring(split + 1));
		}
	}

	private static void checkPath(OvhUriBuilderFactory uris, String host, String path) {
		URI uri;
		try {
			uri = uris.expand(path);
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).matches("(?s)Path '.*' .{20,}|A path or query holds half of a surrogate.*");
			return;
		}
		assertThat(uri.toString()).startsWith("https://" + host + "/").matches("[!-~&&[^#]]+");
		assertThat(uri.getRawAuthority()).isEqualTo(host);
		assertThat(uri.getRawFragment()).isNull();
		assertThat(uri.getRawPath()).matches("/(1\\.0|v1|v2)(/.*)?");
		assertThat(decoded(uri.getRawPath()).replace('\\', '/')).doesNotContainPattern("/\\.\\.?(/|$)");
		// The builder leaves out a '?' that nothing follows.
		assertThat(uris.uriString(path).build())
			.isEqualTo(URI.create(uri.toString().replaceFirst("^([^?]*)\\?$", "$1")));
	}

	private static void checkValue(OvhUriBuilderFactory uris, String host, String value) {
		String uri;
		try {
			uri = uris.expand("/a/{x}/b?y={y}", value, value).toString();
		}
		catch (IllegalArgumentException ex) {
			assertThat(value).matches("\\.{0,2}|(?s).*[\\uD800-\\uDFFF].*");
			return;
		}
		String start = "https://" + host + "/1.0/a/";
		assertThat(uri).startsWith(start).endsWith(uri.substring(uri.indexOf('=') + 1));
		assertThat(uri.substring(start.length())).matches("[\\w.~%-]+/b\\?y=[\\w.~%-]+");
		assertThat(decoded(uri.substring(start.length(), uri.indexOf("/b?y=")))).isEqualTo(value);
		assertThat(decoded(uri.substring(uri.indexOf("=") + 1))).isEqualTo(value);
		assertThat(uris.builder().pathSegment("a").path("/{x}/b").queryParam("y", "{y}").build(value, value))
			.hasToString(uri);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
