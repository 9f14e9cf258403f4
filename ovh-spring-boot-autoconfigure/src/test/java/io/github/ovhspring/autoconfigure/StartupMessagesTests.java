package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.ovhspring.conf.OvhConfLocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests that applications that cannot start say what {@code docs/configuration.md} says
 * that they do, and that the page has each of these messages and no other.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupMessagesTests {

	private static final Path PAGE = Path.of("../docs/configuration.md");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	static Stream<Arguments> failures() {
		return Stream.of(failure("{key} is not an endpoint.", "ovh.endpoint=ovh-mars"),
				failure("The OVHcloud API is configured without credentials.", "ovh.endpoint=ovh-ca"),
				failure("{key} is set, but not the application that it belongs to.", "ovh.consumer-key=hush"),
				failure("{key} is set, but '…' is not: the two belong together.", "ovh.application-key=hush"),
				failure("{key} and {key} are both set: a client authenticates by application keys, service account "
						+ "or access token.", "ovh.client-id=hush", "ovh.access-token=hush"),
				failure("{key} is set, but endpoint '…' has no service accounts that are known here.",
						"ovh.endpoint=kimsufi-eu", "ovh.client-id=hush", "ovh.client-secret=hush"),
				failure("{key} is not a token endpoint.", "ovh.token-uri=ovh-eu", "ovh.access-token=hush"),
				failure("{key} has a character that no key has: a space, a line break or an accent.",
						"ovh.access-token=hush hush"),
				failure("Client '…' of the OVHcloud API is configured without credentials.",
						"ovh.clients.canada.endpoint=ovh-ca"),
				failure("'…' does not name a client.", "ovh.clients.my_shop.access-token=hush"),
				failure("'…' is not for use: the default client is that of 'ovh.*'.",
						"ovh.clients.default.access-token=hush"),
				failure("The configuration of the OVHcloud API cannot be read.", "ovh.config-file=none.conf"),
				failure("Invalid value '…' for configuration property '…'", "ovh.access-token=hush",
						"ovh.concurrency=0"),
				failure("Invalid value '…' for configuration property '…'", "ovh.access-token=hush",
						"ovh.http.ssl.bundle=none"));
	}

	private static Arguments failure(String message, String... properties) {
		return Arguments.of(message, properties);
	}

	/**
	 * Return the messages of the page.
	 */
	static List<String> messages() throws IOException {
		String page = Files.readString(PAGE);
		return page.substring(page.indexOf("## Messages at start-up"))
			.lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.substring(3, line.indexOf("` | ")))
			.toList();
	}

	/**
	 * Return the messages of the page, as regular expressions.
	 */
	static List<String> documentedMessages() throws IOException {
		return messages().stream().map(StartupMessagesTests::pattern).toList();
	}

	private static String pattern(String message) {
		return "(?s)\\Q" + message.replace("{key}", "\\E'[^']+' \\([^)]+\\)\\Q").replace("…", "\\E[^']+\\Q") + "\\E.*";
	}

	@ParameterizedTest
	@MethodSource("failures")
	void shouldSayWhatIsDocumented(String message, String[] properties, CapturedOutput output) {
		SpringApplication application = new SpringApplication(App.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addInitializers((GenericApplicationContext context) -> context.registerBean(OvhConfLocations.class,
				() -> OvhContextRunner.locations(this.folder)));
		List<String> arguments = new ArrayList<>();
		for (String property : properties) {
			arguments.add("--" + property);
		}
		assertThatException().isThrownBy(() -> application.run(arguments.toArray(String[]::new)));
		String report = output.getAll();
		assertThat(report).contains("APPLICATION FAILED TO START").doesNotContain("hush");
		assertThat(report.substring(report.indexOf("Description:") + "Description:".length()).strip())
			.matches(pattern(message))
			.contains("Action:");
	}

	@Test
	void shouldDocumentEachMessageAndNoOther() throws IOException {
		assertThat(messages()).containsExactlyInAnyOrderElementsOf(
				failures().map((failure) -> String.valueOf(failure.get()[0])).distinct().toList());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
