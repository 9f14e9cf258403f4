package io.github.ovhspring.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhEndpoint}.
 */
class OvhEndpointTests {

	@ParameterizedTest
	@CsvSource({ "ovh-eu, https://eu.api.ovh.com/1.0", "ovh-ca, https://ca.api.ovh.com/1.0",
			"ovh-us, https://api.us.ovhcloud.com/1.0", "kimsufi-eu, https://eu.api.kimsufi.com/1.0",
			"kimsufi-ca, https://ca.api.kimsufi.com/1.0", "soyoustart-eu, https://eu.api.soyoustart.com/1.0",
			"soyoustart-ca, https://ca.api.soyoustart.com/1.0" })
	void shouldKnowThoseOfOvhcloud(String name, URI uri) {
		assertThat(OvhEndpoint.of(" " + name + " ")).isEqualTo(new OvhEndpoint(name, uri)).hasToString(name);
	}

	@ParameterizedTest
	@CsvSource({ "https://api.example.com/1.0, https://api.example.com/1.0",
			"https://api.example.com/1.0/, https://api.example.com/1.0",
			"https://api.example.com, https://api.example.com/1.0",
			"https://api.example.com/, https://api.example.com/1.0",
			"HTTPS://api.example.com/v1, HTTPS://api.example.com/v1",
			"http://localhost:8080, http://localhost:8080/1.0", "http://127.0.0.1:1/1.0, http://127.0.0.1:1/1.0",
			"http://127.255.1.2, http://127.255.1.2/1.0", "http://[::1]:8080/x, http://[::1]:8080/x/1.0" })
	void shouldTakeUrls(String url, URI uri) {
		assertThat(OvhEndpoint.of(url).uri()).isEqualTo(uri);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.example.com", "http://127.0.0.1.example.com", "http://localhost.example.com",
			"http://0.0.0.0", "ftp://localhost", "https://api.example.com/?x=1", "https://api.example.com/#x",
			"https:///1.0", "https://ho_st", "https://exa mple.com", "://x", "file:///etc/passwd" })
	void whenUrlIsNoneForCallsThenRefusesIt(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhEndpoint.of(url)).withMessageContaining("ndpoint");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:hush@api.example.com", "http://user:hush@localhost", "https://hush@ho_st",
			"ftp://hush@localhost", "https://hush@localhost?x" })
	void whenUrlHasUserInfoThenRefusesItAndHidesIt(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhEndpoint.of(url)).withMessageNotContaining("hush");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ovh", "OVH-EU", "ovh-eu/", "runabove-ca", "eu.api.ovh.com" })
	void whenNameIsUnknownThenNamesThoseThereAre(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhEndpoint.of(name))
			.withMessage("Unknown endpoint '" + name + "'. Use one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, "
					+ "soyoustart-eu, soyoustart-ca, or an https:// URL");
	}

	@Test
	void whenNameIsEmptyThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OvhEndpoint(" ", URI.create("https://example.com")));
	}

}
