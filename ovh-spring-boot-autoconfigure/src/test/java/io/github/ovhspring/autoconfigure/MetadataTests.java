package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.ovhspring.client.OvhEndpoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
					"ovh.http.ssl.bundle", "ovh.retry.enabled", "ovh.retry.initial-delay", "ovh.retry.max-attempts",
					"ovh.retry.max-delay", "ovh.token-uri");
	}

	@Test
	void shouldTellTypesAndDefaults() {
		assertThat(properties().stream()
			.filter((property) -> !property.path("type").asString().equals("java.lang.String")
					|| property.has("defaultValue"))
			.map((property) -> property.path("name").asString() + ": "
					+ property.path("type").asString().replaceAll("[\\w.]+\\.(\\w+)", "$1") + " = "
					+ property.path("defaultValue").asString("none")))
			.containsExactlyInAnyOrder("management.health.ovh.enabled: Boolean = true",
					"ovh.clients: Map<String,OvhProperties$Client> = none", "ovh.concurrency: Integer = 16",
					"ovh.endpoint: String = ovh-eu", "ovh.health.timeout: Duration = 5s",
					"ovh.http.connect-timeout: Duration = 5s", "ovh.http.max-response-size: DataSize = 16MB",
					"ovh.http.read-timeout: Duration = 180s", "ovh.retry.enabled: Boolean = true",
					"ovh.retry.initial-delay: Duration = 200ms", "ovh.retry.max-attempts: Integer = 3",
					"ovh.retry.max-delay: Duration = 5s");
	}

	@Test
	void shouldHintAtValues() {
		assertThat(this.metadata.path("hints").valueStream().map((hint) -> hint.path("name").asString()))
			.containsExactlyInAnyOrder("ovh.endpoint", "ovh.config-file", "management.health.ovh.enabled");
		for (JsonNode hint : this.metadata.path("hints")) {
			assertThat(hint.path("values").valueStream().map((value) -> value.path("description").asString("")))
				.as(hint.path("name").asString())
				.allMatch((description) -> description.matches("[A-Z][^\\n]+\\."));
		}
		assertThat(hint("ovh.config-file").path("providers").toString()).isEqualTo(
				"[{\"name\":\"handle-as\",\"parameters\":{\"target\":\"org.springframework.core.io.Resource\"}}]");
	}

	@Test
	void shouldHintAtEveryEndpoint() {
		String names = hint("ovh.endpoint").path("values")
			.valueStream()
			.map((value) -> value.path("value").asString())
			.collect(Collectors.joining(", "));
		assertThatIllegalArgumentException().isThrownBy(() -> OvhEndpoint.of("mars"))
			.withMessage("Unknown endpoint 'mars'. Use one of " + names + ", or an https:// URL");
	}

	private JsonNode hint(String name) {
		return this.metadata.path("hints")
			.valueStream()
			.filter((hint) -> hint.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
