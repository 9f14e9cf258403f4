package io.github.ovhspring.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of paths, by the expander and by the {@code UriBuilder}: whatever path and
 * value are, the URI is below the endpoint and the value in its segment, or it is
 * refused.
 */
class PathFuzz {

	private static final OvhUriBuilderFactory URIS = new OvhUriBuilderFactory(OvhEndpoint.OVH_EU);

	@FuzzTest
	void expand(byte[] input) {
		check(input);
	}

	static void check(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		int split = text.indexOf('\n');
		String path = text.substring(0, Math.max(split, 0));
		String value = text.substring(split + 1);
		checkPath(path);
		checkValue(value);
	}

	private static void checkPath(String path) {
		try {
			URI uri = URIS.expand(path);
			assertThat(uri.toString()).startsWith("https://eu.api.ovh.com/").matches("[!-~]+");
			assertThat(uri.getRawAuthority()).isEqualTo("eu.api.ovh.com");
			assertThat(uri.getRawFragment()).isNull();
			assertThat(uri.getRawPath()).matches("/(1\\.0|v1|v2)(/.*)?").doesNotContainPattern("/\\.\\.?(/|$)");
			assertThat(uri.normalize().getRawPath()).startsWith("/" + uri.getRawPath().split("/")[1]);
			assertThat(URIS.uriString(path).build()).isEqualTo(uri);
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).isNotBlank();
		}
	}

	private static void checkValue(String value) {
		try {
			String uri = URIS.expand("/a/{x}/b?y={y}", value, value).toString();
			assertThat(uri).matches("https://eu\\.api\\.ovh\\.com/1\\.0/a/[^/?#]+/b\\?y=[^&?#/]+");
			assertThat(URLDecoder.decode(uri.substring(uri.indexOf('=') + 1), StandardCharsets.UTF_8)).isEqualTo(value);
			assertThat(URIS.builder().pathSegment("a").path("/{x}/b").queryParam("y", "{y}").build(value, value))
				.hasToString(uri);
		}
		catch (IllegalArgumentException ex) {
			assertThat(value).matches("\\.{0,2}|(?s).*[\\uD800-\\uDFFF].*");
		}
	}

}
