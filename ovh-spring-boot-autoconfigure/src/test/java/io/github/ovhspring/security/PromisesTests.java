package io.github.ovhspring.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages promise is held by tests that are there.
 */
class PromisesTests {

	private static final String SECURITY = read("../docs/security.md");

	private static final String RESILIENCE = read("../docs/resilience.md");

	private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|Fuzz))(?:\\.(\\w+))?`");

	private static final JavaClasses TESTS = new ClassFileImporter()
		.withImportOption(new ImportOption.OnlyIncludeTests())
		.importPackages("io.github.ovhspring");

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Stream<Arguments> pages() {
		return Stream.of(Arguments.of("security", SECURITY,
				List.of("RedirectTests", "OtherOriginTests", "InjectionTests", "TlsTests", "SecretsTests", "JsonTests",
						"SignedTextTests", "OvhConfFuzz", "ErrorFuzz", "PathFuzz", "RetryAfterFuzz")),
				Arguments.of("resilience", RESILIENCE, List.of("FaultTests", "RetryTests", "RetryAfterTests",
						"ConnectionTests", "EndlessAnswerTests", "EnduranceTests", "ClosedContextTests")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void everyTestThatIsNamedIsThere(String name, String page) {
		assertThat(TEST.matcher(page).results()).hasSizeGreaterThan(20)
			.allSatisfy(
					(test) -> assertThat(TESTS.stream().filter((type) -> type.getSimpleName().equals(test.group(1))))
						.as(test.group())
						.singleElement()
						.satisfies((type) -> assertThat(test.group(2) == null || has(type, test.group(2))).isTrue()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void everyTestOfAPromiseIsNamed(String name, String page, List<String> tests) {
		assertThat(tests).allSatisfy((test) -> assertThat(page).contains("`" + test + "."));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void everyPromiseNamesATest(String name, String page) {
		List<String> promises = Pattern.compile("\n\n")
			.splitAsStream(page)
			.filter((block) -> block.lines().anyMatch((line) -> line.endsWith("| test |")))
			.flatMap((table) -> table.lines().skip(2))
			.toList();
		assertThat(promises).hasSizeGreaterThan(10)
			.allSatisfy((promise) -> assertThat(promise).containsPattern("\\| " + TEST + "[^|]*\\|$"));
	}

	private static boolean has(JavaClass type, String method) {
		return type.getMethods()
			.stream()
			.anyMatch(
					(candidate) -> candidate.getName().equals(method) && candidate.isMetaAnnotatedWith(Testable.class));
	}

	@Test
	void everyLoggerThatLetsSecretsOutIsNamed() {
		assertThat(SecretsTests.KNOWN.values()).allSatisfy((loggers) -> assertThat(loggers)
			.allSatisfy((logger) -> assertThat(SECURITY).contains("`" + logger + "`")));
	}

	@Test
	void readmeAndSecurityPolicyLeadToThePage() {
		assertThat(read("../README.md")).contains("(docs/security.md)");
		assertThat(read("../SECURITY.md")).contains("(docs/security.md)");
	}

}
