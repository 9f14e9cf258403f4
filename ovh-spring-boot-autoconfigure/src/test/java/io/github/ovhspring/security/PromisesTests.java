package io.github.ovhspring.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What docs/security.md names is there.
 */
class SecurityPageTests {

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

	private static final JavaClasses TESTS = new ClassFileImporter()
		.withImportOption(new ImportOption.OnlyIncludeTests())
		.importPackages("io.github.ovhspring");

	private final String page = read("../docs/security.md");

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void everyTestThatIsNamedIsThere() {
		assertThat(TEST.matcher(this.page).results()).hasSizeGreaterThan(25)
			.allSatisfy(
					(name) -> assertThat(TESTS.stream().filter((type) -> type.getSimpleName().equals(name.group(1))))
						.as(name.group())
						.singleElement()
						.satisfies((type) -> assertThat(name.group(2) == null || has(type, name.group(2))).isTrue()));
	}

	@Test
	void everyTestOfAPromiseIsNamed() {
		assertThat(Stream.of(RedirectTests.class, OtherOriginTests.class, InjectionTests.class, TlsTests.class,
				SecretsTests.class, JsonTests.class))
			.allSatisfy((type) -> assertThat(this.page).contains("`" + type.getSimpleName() + "."));
	}

	private static boolean has(JavaClass type, String method) {
		return type.getMethods().stream().anyMatch((candidate) -> candidate.getName().equals(method));
	}

	@Test
	void everyLoggerThatLetsSecretsOutIsNamed() {
		assertThat(SecretsTests.KNOWN.values()).allSatisfy((loggers) -> assertThat(loggers)
			.allSatisfy((logger) -> assertThat(this.page).contains("`" + logger + "`")));
	}

	@Test
	void readmeAndSecurityPolicyLeadToThePage() {
		assertThat(read("../README.md")).contains("(docs/security.md)");
		assertThat(read("../SECURITY.md")).contains("(docs/security.md)");
	}

}
