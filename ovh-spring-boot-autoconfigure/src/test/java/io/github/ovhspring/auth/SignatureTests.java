package io.github.ovhspring.auth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Signature}, on vectors of the other clients' own tests.
 */
class SignatureTests {

	private final Locale locale = Locale.getDefault();

	@AfterEach
	void resetLocale() {
		Locale.setDefault(this.locale);
	}

	static Stream<Arguments> vectorsByLocale() throws IOException {
		try (InputStream in = SignatureTests.class.getResourceAsStream("/vectors/signatures.json")) {
			JsonNode vectors = new JsonMapper().readTree(Objects.requireNonNull(in));
			return Stream.of("en", "tr", "ar")
				.flatMap((locale) -> vectors.path("cases")
					.valueStream()
					.map((vector) -> Arguments.of(locale, vector, vectors)))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("vectorsByLocale")
	void shouldEqualThatOfOtherClients(String locale, JsonNode vector, JsonNode keys) {
		Locale.setDefault(Locale.forLanguageTag(locale));
		String signature = Signature.of(keys.path("applicationSecret").asString(), keys.path("consumerKey").asString(),
				HttpMethod.valueOf(vector.path("method").asString()), URI.create(vector.path("url").asString()),
				vector.path("body").asString().getBytes(StandardCharsets.UTF_8), keys.path("timestamp").asString());
		assertThat(signature).isEqualTo(vector.path("signature").asString());
	}

}
