package io.github.ovhspring.sample.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the code which the pages and the page about the sample show is the code
 * behind them.
 */
class PageSnippetTests {

	private static final Path SOURCES = Path.of("src/main/java/io/github/ovhspring/sample");

	private static final Pattern SNIPPET = Pattern
		.compile("code :: of\\('([^']+)'.*?<th:block id=\"code\">(.*?)</th:block>", Pattern.DOTALL);

	static List<Path> pages() throws IOException {
		Path templates = Path.of("src/main/resources/templates");
		try (Stream<Path> files = Files.walk(templates)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> templates.relativize(file).getNameCount() == 2)
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void shouldShowTheCodeBehindIt(Path page) throws IOException {
		Matcher snippets = SNIPPET.matcher(Files.readString(page));
		while (snippets.find()) {
			assertThat(withoutSpace(Files.readString(SOURCES.resolve(snippets.group(1)))))
				.contains(withoutSpace(HtmlUtils.htmlUnescape(snippets.group(2))));
		}
	}

	@Test
	void shouldShowCodeOnEachPageOfAUseCase() throws IOException {
		for (Path page : pages()) {
			if (!page.endsWith("account/connect.html")) {
				assertThat(page).content().containsPattern(SNIPPET);
			}
		}
	}

	@Test
	void shouldLinkToWhatIsThere() throws IOException {
		List<String> links = Pattern.compile("\\]\\(([^)#]+)\\)")
			.matcher(Files.readString(Path.of("README.md")))
			.results()
			.map((match) -> match.group(1))
			.filter((link) -> !link.startsWith("http"))
			.toList();
		assertThat(links).isNotEmpty().allSatisfy((link) -> assertThat(Path.of(link)).exists());
	}

	private static String withoutSpace(String code) {
		return code.replaceAll("\\s+", "");
	}

}
