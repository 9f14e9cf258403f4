package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what editors are told of the properties.
 */
class MetadataTests {

	private final JsonNode metadata = read();

	private static JsonNode read() {
		try (InputStream in = OvhProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return new JsonMapper().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<JsonNode> properties() {
		return this.metadata.path("properties").valueStream().toList();
	}

	@Test
	void shouldDescribeEveryProperty() {
		for (JsonNode property : properties()) {
			String name = property.path("name").asString();
			assertThat(property.path("description").asString("")).as(name)
				.matches("[A-Z][^\\n]+\\.")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ");
			assertThat(property.path("type").asString("")).as(name).isNotEmpty();
		}
	}

	@Test
	void shouldHaveEachPropertyOnce() {
		assertThat(properties().stream().map((property) -> property.path("name").asString())).doesNotHaveDuplicates()
			.containsExactly("management.health.ovh.enabled", "ovh.access-token", "ovh.application-key",
					"ovh.application-secret", "ovh.client-id", "ovh.client-secret", "ovh.clients", "ovh.concurrency",
					"ovh.config-file", "ovh.consumer-key", "ovh.endpoint", "ovh.health.timeout",
					"ovh.http.connect-timeout", "ovh.http.max-response-size", "ovh.http.read-timeout",
					"ovh.http.ssl.bundle", "ovh.token-uri");
	}

	@Test
	void shouldHintAtValues() {
		assertThat(this.metadata.path("hints").valueStream().map((hint) -> hint.path("name").asString()))
			.containsExactlyInAnyOrder("ovh.endpoint", "ovh.config-file", "management.health.ovh.enabled");
	}

}
