package io.github.ovhspring.client;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the paths of calls.
 */
class PathTests {

	private final OvhUriBuilderFactory uris = new OvhUriBuilderFactory(OvhEndpoint.OVH_EU);

	@SuppressWarnings("NullAway") // It does not see that the factory takes null.
	private String expand(String path, @Nullable Object... values) {
		return this.uris.expand(path, values).toString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/me | /1.0/me", "/ | /1.0/", "/me/ | /1.0/me/", "/a//b | /1.0/a//b", "/v1/me | /v1/me",
					"/v2/iam/policy | /v2/iam/policy", "/v1 | /v1", "/v2?x=1 | /v2?x=1", "/v2x/me | /1.0/v2x/me",
					"/v1.1/me | /1.0/v1.1/me", "/v3/me | /1.0/v3/me", "/ip/192.0.2.0%2F24 | /1.0/ip/192.0.2.0%2F24",
					"/ip/192.0.2.0%2f24 | /1.0/ip/192.0.2.0%2f24", "/%7Euser | /1.0/%7Euser", "/a b | /1.0/a%20b",
					"/é/日/😀 | /1.0/%C3%A9/%E6%97%A5/%F0%9F%98%80", "/a[1]b^c | /1.0/a%5B1%5Db%5Ec",
					"/100% | /1.0/100%25", "/a%2 | /1.0/a%252", "/a%zz | /1.0/a%25zz", "/a%2g | /1.0/a%252g",
					"/a}b | /1.0/a%7Db", "/a\\b | /1.0/a%5Cb",
					"/x@y.com,2:3;x='y'!$&()*+= | /1.0/x@y.com,2:3;x='y'!$&()*+=", "/x? | /1.0/x?",
					"/x?a=b?c/d | /1.0/x?a=b?c/d", "/x?a=b c&d=é+ | /1.0/x?a=b%20c&d=%C3%A9+",
					"/.../..a/a.. | /1.0/.../..a/a..", "/x?y=/../z | /1.0/x?y=/../z" })
	void shouldKeepWhatAUriMayHoldAndEncodeTheRest(String path, String target) {
		assertThat(expand(path)).isEqualTo("https://eu.api.ovh.com" + target);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "a/b | a%2Fb", "a+b | a%2Bb", "é | %C3%A9", "a%2Fb | a%252Fb",
					"x@y,z:1;2='3' | x%40y%2Cz%3A1%3B2%3D%273%27", "~-._ | ~-._", "../x | ..%2Fx",
					"%2e%2e | %252e%252e", "?#&= | %3F%23%26%3D", "{x} | %7Bx%7D" })
	void shouldEncodeValuesWhole(String value, String encoded) {
		assertThat(expand("/a/{x}/b?y={y}", value, value))
			.isEqualTo("https://eu.api.ovh.com/1.0/a/" + encoded + "/b?y=" + encoded);
		assertThat(this.uris.expand("/a/{x}", Map.of("x", value)))
			.hasToString("https://eu.api.ovh.com/1.0/a/" + encoded);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "me | must start with '/'", "https://example.com/me | must start with '/'",
					"\"\" | must start with '/'", "//example.com/me | must start with a single '/'",
					"/\\example.com/me | must start with a single '/'", "/me#frag | must not have a fragment",
					"/a/../me | must not have a segment '.' or '..'", "/a/. | must not have a segment '.' or '..'",
					"/%2e%2E/me | must not have a segment '.' or '..'", "/a/.%2e | must not have a segment '.' or '..'",
					"/../..?x | must not have a segment '.' or '..'", "/x/{id | has a placeholder without '}'" })
	void whenPathIsNoneBelowTheEndpointThenRefusesIt(String path, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> expand(path))
			.withMessageStartingWith("Path '" + path + "' " + message);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", ".." })
	void whenAValueIsADotSegmentThenRefusesIt(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/domain/{name}/x", value))
			.withMessage("Path '/domain/{name}/x' must not have a segment '.' or '..'");
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/domain/.{name}", "."));
	}

	@Test
	void shouldEncodeControlCharacters() {
		assertThat(expand("/a|b/{x}", "\u0000\r\n|")).isEqualTo("https://eu.api.ovh.com/1.0/a%7Cb/%00%0D%0A%7C");
	}

	@Test
	void whenAValueIsMissingThenNamesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/me/bill/{id}"))
			.withMessage("Path '/me/bill/{id}' needs a value for '{id}'");
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/me/bill/{id}", (Object) null))
			.withMessage("Path '/me/bill/{id}' needs a value for '{id}'");
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/me/bill/{id}", ""))
			.withMessage("Path '/me/bill/{id}' needs a value for '{id}': with an empty one it would be another call");
		assertThatIllegalArgumentException().isThrownBy(() -> this.uris.expand("/x/{id}", Map.of("other", 1)))
			.withMessage("Path '/x/{id}' needs a value for '{id}'");
	}

	@Test
	void whenThereAreMoreValuesThanPlaceholdersThenRefusesThem() {
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/me/{a}", 1, 2))
			.withMessage("Path '/me/{a}' has fewer placeholders than the 2 values given for it");
	}

	@Test
	void whenTextIsNoneThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> expand("/{x}", "\ud800"))
			.withMessageContaining("half of a surrogate pair");
	}

	@ParameterizedTest
	@CsvSource({ "kimsufi-eu, /v1/me, https://eu.api.kimsufi.com/1.0/me",
			"soyoustart-ca, /v1/me?x=1, https://ca.api.soyoustart.com/1.0/me?x=1",
			"kimsufi-ca, /me, https://ca.api.kimsufi.com/1.0/me",
			"https://api.example.com/proxy/1.0/, /v2/x, https://api.example.com/proxy/v2/x",
			"https://api.example.com/proxy, /x, https://api.example.com/proxy/1.0/x",
			"https://api.example.com/v1, /x, https://api.example.com/v1/x" })
	void shouldGoByWhatTheEndpointServes(String endpoint, String path, String uri) {
		assertThat(new OvhUriBuilderFactory(OvhEndpoint.of(endpoint)).expand(path)).hasToString(uri);
	}

	@Test
	void whenEndpointHasNoVersion2ThenRefusesIt() {
		OvhUriBuilderFactory kimsufi = new OvhUriBuilderFactory(OvhEndpoint.KIMSUFI_EU);
		assertThatIllegalArgumentException().isThrownBy(() -> kimsufi.expand("/v2/iam/policy"))
			.withMessage("Path '/v2/iam/policy' cannot be called: endpoint kimsufi-eu has no version 2");
	}

	static LongStream seeds() {
		return new Random().longs(10);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whateverTheValueIsItStaysInItsSegment(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 1000; i++) {
			String value = "x" + random.ints(random.nextInt(1, 20), 0, 0x500)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
			URI uri = this.uris.expand("/a/{x}/b", value);
			assertThat(uri.getRawPath()).matches("/1\\.0/a/[^/]+/b");
			assertThat(uri.getRawQuery()).isNull();
			assertThat(uri.getPath()).isEqualTo("/1.0/a/" + value + "/b");
		}
	}

}
