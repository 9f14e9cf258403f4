package io.github.ovhspring.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhUriBuilder}.
 */
class OvhUriBuilderTests {

	private static final MultiValueMap<String, String> PARAMS = new LinkedMultiValueMap<>(
			Map.of("p", List.of("1", "2")));

	private final OvhUriBuilderFactory factory = new OvhUriBuilderFactory(OvhEndpoint.OVH_CA);

	private static String path(URI uri) {
		return uri.toString().replace("https://ca.api.ovh.com", "");
	}

	@Test
	void shouldBuildPaths() {
		assertThat(path(this.factory.builder().path("/me").path("/{x}").build("a/b"))).isEqualTo("/1.0/me/a%2Fb");
		assertThat(path(this.factory.uriString("/a").replacePath("/b").build())).isEqualTo("/1.0/b");
		assertThat(path(this.factory.uriString("/a").replacePath(null).path("/c").build())).isEqualTo("/1.0/c");
		assertThat(path(this.factory.builder().pathSegment("ip", "192.0.2.0/24", "x{y}z").build(Map.of("y", "&"))))
			.isEqualTo("/1.0/ip/192.0.2.0%2F24/x%26z");
		assertThat(this.factory.builder().build(Map.of())).hasToString("https://ca.api.ovh.com/1.0");
		assertThat(this.factory.builder().build()).hasToString("https://ca.api.ovh.com/1.0");
		assertThat(this.factory.uriString("/me/{id}?x={y}").toUriString()).isEqualTo("/me/{id}?x={y}");
	}

	@Test
	@SuppressWarnings("NullAway") // What a caller without nullness checks may do.
	void shouldBuildQueries() {
		assertThat(query((uri) -> uri.queryParam("a", 1, null, "b&c").queryParam("d", "{e}f&"), "g"))
			.isEqualTo("x=y&a=1&a=b%26c&d=gf%26");
		assertThat(query((uri) -> uri.queryParam("a", List.of(1, 2)).queryParam("b", (List<?>) null)))
			.isEqualTo("x=y&a=1&a=2");
		assertThat(query((uri) -> uri.query("a={b}&c"), 1)).isEqualTo("x=y&a=1&c");
		assertThat(query((uri) -> uri.query(""))).isEqualTo("x=y");
		assertThat(query((uri) -> uri.replaceQuery("a=b"))).isEqualTo("a=b");
		assertThat(query((uri) -> uri.replaceQuery(null).query("z"))).isEqualTo("z");
		assertThat(
				query((uri) -> uri.queryParamIfPresent("a", Optional.of(1)).queryParamIfPresent("b", Optional.empty())))
			.isEqualTo("x=y&a=1");
		assertThat(query((uri) -> uri.queryParams(PARAMS))).isEqualTo("x=y&p=1&p=2");
		assertThat(query((uri) -> uri.replaceQueryParams(PARAMS))).isEqualTo("p=1&p=2");
		assertThat(query((uri) -> uri.queryParam("a", 1).replaceQueryParam("x", 2, 3))).isEqualTo("a=1&x=2&x=3");
		assertThat(query((uri) -> uri.replaceQueryParam("x", List.of("é")))).isEqualTo("x=%C3%A9");
		assertThat(query((uri) -> uri.queryParam("a", 1).replaceQueryParam("x", (List<?>) null))).isEqualTo("a=1");
	}

	private String query(UnaryOperator<UriBuilder> change, Object... values) {
		return change.apply(this.factory.uriString("/p?x=y")).build(values).getRawQuery();
	}

	@Test
	void whenAnythingElseIsSetThenRefusesIt() {
		UriBuilder builder = this.factory.uriString("/me");
		List<Runnable> refused = List.of(() -> builder.scheme("http"), () -> builder.userInfo("x:y"),
				() -> builder.host("example.com"), () -> builder.port(1), () -> builder.port("1"),
				() -> builder.fragment("x"));
		for (Runnable change : refused) {
			assertThatIllegalArgumentException().isThrownBy(change::run)
				.withMessageEndingWith("the endpoint decides all but path and query");
		}
	}

}
