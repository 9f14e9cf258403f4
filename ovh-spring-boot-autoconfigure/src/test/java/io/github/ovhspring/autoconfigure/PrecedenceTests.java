package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhEndpoint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each place wins over the next one, for each key by itself.
 */
class PrecedenceTests {

	private static final List<String> SOURCES = List.of("property", "variable", "own.conf", "here/ovh.conf",
			"home/.ovh.conf", "etc.conf");

	// What makes a client together.
	private static final List<List<String>> WHOLE = List.of(
			List.of("application-key", "application-secret", "consumer-key"),
			List.of("client-id", "client-secret", "token-uri"), List.of("access-token"),
			List.of("endpoint", "access-token"));

	private final List<String> properties = new ArrayList<>();

	private final Map<String, Object> variables = new HashMap<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	static Stream<Arguments> neighbours() {
		return WHOLE.stream()
			.flatMap(List::stream)
			.distinct()
			.flatMap((name) -> IntStream.range(0, SOURCES.size() - 1)
				.mapToObj((i) -> Arguments.of(name, SOURCES.get(i), SOURCES.get(i + 1))));
	}

	@ParameterizedTest
	@MethodSource("neighbours")
	void shouldPreferEachSourceToTheNext(String name, String first, String second) throws IOException {
		Map<String, String> values = new HashMap<>();
		for (String other : WHOLE.stream().filter((names) -> names.contains(name)).findFirst().orElseThrow()) {
			set(values, other, "property", "other");
		}
		this.properties.removeIf((property) -> property.startsWith("ovh." + name + "="));
		set(values, name, second, second);
		set(values, name, first, first);
		if (List.of(first, second).contains("own.conf")) {
			this.properties.add("ovh.config-file=" + this.folder.resolve("own.conf"));
		}
		OvhContextRunner.in(this.folder)
			.withInitializer((context) -> OvhContextRunner.environment(context, this.variables))
			.withPropertyValues(this.properties.toArray(String[]::new))
			.run((context) -> assertThat(context.getBean(OvhConnectionDetails.class)).isEqualTo(details(values)));
	}

	private void set(Map<String, String> values, String name, String source, String text) throws IOException {
		String value = text.replaceAll("\\W", "-");
		if (name.equals("endpoint") || name.equals("token-uri")) {
			value = "https://x" + value + ".example.com/1.0";
		}
		values.put(name, value);
		String option = name.replace('-', '_');
		switch (source) {
			case "property" -> this.properties.add("ovh." + name + "=" + value);
			case "variable" -> this.variables.put("OVH_" + option.toUpperCase(Locale.ROOT), value);
			default -> {
				Path path = this.folder.resolve(source);
				Files.createDirectories(path.getParent());
				String section = name.equals("endpoint") ? "default" : "ovh-eu";
				Files.writeString(path, "[" + section + "]\n" + option + "=" + value);
			}
		}
	}

	private static PropertiesOvhConnectionDetails details(Map<String, String> values) {
		String tokenUri = values.get("token-uri");
		return new PropertiesOvhConnectionDetails(OvhEndpoint.of(values.getOrDefault("endpoint", "ovh-eu")),
				credentials(values), (tokenUri != null) ? URI.create(tokenUri) : null);
	}

	private static OvhCredentials credentials(Map<String, String> values) {
		if (values.containsKey("application-key")) {
			return OvhCredentials.applicationKeys(value(values, "application-key"), value(values, "application-secret"),
					value(values, "consumer-key"));
		}
		if (values.containsKey("client-id")) {
			return OvhCredentials.serviceAccount(value(values, "client-id"), value(values, "client-secret"));
		}
		return OvhCredentials.accessToken(value(values, "access-token"));
	}

	private static String value(Map<String, String> values, String name) {
		return Objects.requireNonNull(values.get(name));
	}

}
