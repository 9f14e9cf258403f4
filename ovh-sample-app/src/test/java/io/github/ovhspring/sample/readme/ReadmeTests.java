package io.github.ovhspring.sample.readme;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.ResponseEntity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what the README shows is code of this project, that its figures are those of
 * the code, and that its calls work.
 */
class ReadmeTests {

	private static final Path ROOT = Path.of("..");

	private static String readme() {
		return read(ROOT.resolve("README.md"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static List<String> javaSnippets() {
		return snippets("java");
	}

	private static List<String> snippets(String language) {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(readme() + read(ROOT.resolve("docs/authentication.md")) + read(ROOT.resolve("docs/interfaces.md"))
					+ read(ROOT.resolve("docs/calls.md")) + read(ROOT.resolve("docs/testing.md")))
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	private static String withoutSpace(String code) {
		return code.replaceAll("\\s+", "");
	}

	@Test
	void shouldBeShort() {
		assertThat(readme().lines()).hasSizeLessThanOrEqualTo(150);
	}

	@ParameterizedTest
	@MethodSource("javaSnippets")
	void shouldShowCodeThatIsCompiledHere(String snippet) throws IOException {
		String code = withoutSpace(snippet).replace("@RestController", "@RestController(\"helloController\")");
		try (Stream<Path> sample = Files.walk(Path.of("src/test/java/io/github/ovhspring/sample/readme"));
				Stream<Path> others = Files.walk(ROOT.resolve("ovh-integration-tests/src/test/java"))) {
			assertThat(Stream.concat(sample, others)
				.filter(Files::isRegularFile)
				.map(ReadmeTests::read)
				.map(ReadmeTests::withoutSpace)
				.anyMatch((source) -> source.contains(code))).as(snippet).isTrue();
		}
	}

	@Test
	void shouldListEveryPropertyThereIs() throws IOException {
		List<String> properties = new ArrayList<>();
		for (URL metadata : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream in = metadata.openStream()) {
				new JsonMapper().readTree(in)
					.path("properties")
					.forEach((property) -> properties.add(property.path("name").asString()));
			}
		}
		properties.removeIf((name) -> !name.matches("(ovh|management\\.health\\.ovh)\\..*"));
		assertThat(Pattern.compile("`((?:ovh|management\\.health\\.ovh)\\.[a-z.-]+)`")
			.matcher(read(ROOT.resolve("docs/configuration.md")).lines()
				.filter((line) -> line.startsWith("| `"))
				.reduce("", String::concat))
			.results()
			.map((MatchResult match) -> match.group(1))
			.filter((name) -> !name.equals("ovh.conf"))
			.distinct()).containsExactlyInAnyOrderElementsOf(properties);
	}

	@Test
	void shouldNameTheVersionOfTheProject() {
		assertThat(snippets("xml")).singleElement()
			.satisfies((dependency) -> assertThat(withoutSpace(read(ROOT.resolve("ovh-spring-boot-starter/pom.xml"))))
				.contains("<version>" + dependency.replaceAll("(?s).*<version>(.*)</version>.*", "$1") + "</version>"));
	}

	@Test
	void shouldShowCallsThatWork() {
		try (OvhSimulator simulator = OvhSimulator.start()) {
			simulator.stubFor(get("/1.0/me/bill/FR1").willReturn(okJson("{\"billId\":\"FR1\"}")));
			simulator.stubFor(get(urlPathEqualTo("/1.0/me/bill")).willReturn(okJson("[\"FR1\"]")));
			simulator.stubFor(put("/1.0/me").willReturn(okJson("null")));
			simulator.stubFor(post("/1.0/dedicated/server/ns1/reboot").willReturn(jsonResponse(
					"{\"class\":\"Client::Forbidden\",\"message\":\"This call has not been granted\"}", 403)));
			OvhClient ovh = OvhClient.builder()
				.endpoint(simulator.endpoint())
				.credentials(simulator.connectionDetails().getCredentials())
				.build();
			Calls.Bill bill = new Calls.Bill("FR1");
			List<Object> answers = Calls.forms(ovh, "FR1");
			assertThat(answers).startsWith(bill, List.of("FR1"), Optional.of(bill));
			assertThat(answers.get(3)).isInstanceOfSatisfying(ResponseEntity.class,
					(entity) -> assertThat(entity.getBody()).isEqualTo(bill));
			Calls.reboot(ovh, "ns1");
		}
	}

	@Test
	void shouldShowCustomersThatCanConnect() {
		try (OvhSimulator simulator = OvhSimulator.start()) {
			simulator.allowUnsigned("/1.0/auth/credential");
			simulator
				.stubFor(post("/1.0/auth/credential").willReturn(okJson("{\"consumerKey\":\"" + simulator.consumerKey()
						+ "\",\"validationUrl\":\"https://example.com/\",\"state\":\"pendingValidation\"}")));
			simulator.stubFor(get("/1.0/me").willReturn(okJson("{\"billId\":\"x\"}")));
			OvhClient ovh = OvhClient.builder()
				.endpoint(simulator.endpoint())
				.credentials(OvhCredentials.applicationKeys(simulator.applicationKey(), simulator.applicationSecret()))
				.build();
			assertThat(Customers.connect(ovh).get("/me").as(Calls.Bill.class).billId()).isEqualTo("x");
		}
	}

	@Test
	void shouldShowSeveralAccounts() {
		try (OvhSimulator europe = OvhSimulator.start(); OvhSimulator canada = OvhSimulator.start()) {
			europe.stubFor(get("/1.0/dedicated/server").willReturn(okJson("[\"ns1.eu\"]")));
			canada.stubFor(get("/1.0/dedicated/server").willReturn(okJson("[\"ns1.ca\"]")));
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OvhAutoConfiguration.class))
				.withUserConfiguration(Inventory.class)
				.withPropertyValues(properties("ovh.", europe))
				.withPropertyValues(properties("ovh.clients.canada.", canada))
				.run((context) -> assertThat(context.getBean(Inventory.class).servers()).containsExactly("ns1.eu",
						"ns1.ca"));
		}
	}

	private static String[] properties(String prefix, OvhSimulator simulator) {
		return new String[] { prefix + "endpoint=" + simulator.endpoint(),
				prefix + "application-key=" + simulator.applicationKey(),
				prefix + "application-secret=" + simulator.applicationSecret(),
				prefix + "consumer-key=" + simulator.consumerKey() };
	}

	@Test
	void shouldShowASourceOfCredentialsThatWorks() {
		try (OvhSimulator simulator = OvhSimulator.start()) {
			simulator.stubFor(get("/1.0/me").willReturn(okJson("{\"billId\":\"x\"}")));
			Map<String, String> secrets = Map.of("ovh/key", simulator.applicationKey(), "ovh/secret",
					simulator.applicationSecret(), "ovh/consumer", simulator.consumerKey());
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OvhAutoConfiguration.class))
				.withUserConfiguration(Customers.VaultConfiguration.class)
				.withBean(Customers.Vault.class, () -> (path) -> String.valueOf(secrets.get(path)))
				.withPropertyValues("ovh.endpoint=" + simulator.endpoint())
				.run((context) -> assertThat(context.getBean(OvhClient.class).get("/me").as(Calls.Bill.class).billId())
					.isEqualTo("x"));
		}
	}

}
