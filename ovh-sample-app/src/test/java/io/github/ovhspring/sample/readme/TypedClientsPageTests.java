package io.github.ovhspring.sample.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what the page about typed clients shows is what is built here.
 */
class TypedClientsPageTests {

	static List<String> snippets() throws IOException {
		return Pattern.compile("```(?:java|xml)\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("../docs/typed-clients.md")))
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("snippets")
	void shouldShowWhatIsBuiltHere(String snippet) throws IOException {
		StringBuilder sources = new StringBuilder(withoutSpace(Path.of("pom.xml")));
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				sources.append(withoutSpace(file));
			}
		}
		assertThat(sources).contains(snippet.replaceAll("\\s+", ""));
	}

	private static String withoutSpace(Path file) throws IOException {
		return Files.readString(file).replaceAll("\\s+", "");
	}

}
