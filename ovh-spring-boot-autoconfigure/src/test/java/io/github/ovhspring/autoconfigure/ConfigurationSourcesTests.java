package io.github.ovhspring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for where endpoint and credentials come from, and for what is said when they are
 * wrong.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfigurationSourcesTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void prepare() {
		this.contextRunner = OvhContextRunner.in(this.folder);
	}

	private Path write(String file, String... lines) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, String.join("\n", lines));
	}

	private void assertDetails(OvhEndpoint endpoint, String key, String secret, String consumerKey,
			String... properties) {
		this.contextRunner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasNotFailed();
			OvhConnectionDetails details = context.getBean(OvhConnectionDetails.class);
			assertThat(details.getEndpoint()).isEqualTo(endpoint);
			assertThat(details.getCredentials()).isEqualTo(OvhCredentials.applicationKeys(key, secret, consumerKey));
		});
	}

	private void assertFailure(String description, String action, String... properties) {
		this.contextRunner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = analysis(context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo(description);
			assertThat(analysis.getAction()).isEqualTo(action);
			assertThat(description + action).doesNotContain("hush");
			assertThat(StartupMessagesTests.documentedMessages()).as(description)
				.anyMatch((message) -> description.matches(message));
		});
	}

	private static FailureAnalysis analysis(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailureAnalyzedException analyzed) {
				return analyzed.analysis();
			}
		}
		throw new AssertionError("Not analyzed", failure);
	}

	@Test
	void shouldFallBackToOvhConf() throws IOException {
		write("home/.ovh.conf", "[default]", "endpoint=ovh-ca", "[ovh-ca]", "application_key=ak",
				"application_secret=as", "consumer_key=ck", "[ovh-eu]", "application_key=other");
		assertDetails(OvhEndpoint.OVH_CA, "ak", "as", "ck");
	}

	@Test
	void whenEndpointIsNotSetThenIsEurope() throws IOException {
		write("etc.conf", "[ovh-eu]", "application_key=ak", "application_secret= as ", "consumer_key=ck");
		assertDetails(OvhEndpoint.OVH_EU, "ak", "as", "ck");
	}

	@Test
	void shouldTakeEachKeyFromWhereItIsFoundFirst() throws IOException {
		write("etc.conf", "[default]", "endpoint=ovh-us", "[ovh-ca]", "consumer_key=from-etc", "application_secret=no");
		write("home/.ovh.conf", "[ovh-ca]", "application_secret=from-home", "application_key=no");
		write("here/ovh.conf", "[ovh-ca]", "application_key=from-here", "consumer_key= ");
		assertDetails(OvhEndpoint.OVH_CA, "from-here", "from-home", "from-etc", "ovh.endpoint=ovh-ca");
		assertDetails(OvhEndpoint.OVH_CA, "from-properties", "from-home", "from-etc", "ovh.endpoint=ovh-ca",
				"ovh.application-key=from-properties", "ovh.application-secret= ");
		Path own = write("own.conf", "[ovh-ca]", "application_key=from-own", "application_secret=from-own");
		assertDetails(OvhEndpoint.OVH_CA, "from-own", "from-own", "from-properties", "ovh.endpoint=ovh-ca",
				"ovh.consumer-key=from-properties", "ovh.config-file=" + own);
	}

	@Test
	void whenEndpointsDifferThenPrefersTheFirst() throws IOException {
		write("etc.conf", "[default]", "endpoint=ovh-us", "[ovh-us]", "access_token=us");
		assertCredentials(OvhCredentials.accessToken("us"));
		write("home/.ovh.conf", "[default]", "endpoint=ovh-ca", "[ovh-ca]", "access_token=ca");
		assertCredentials(OvhCredentials.accessToken("ca"));
		write("here/ovh.conf", "[default]", "endpoint=ovh-eu", "[ovh-eu]", "access_token=eu");
		assertCredentials(OvhCredentials.accessToken("eu"));
		Path own = write("own.conf", "[default]", "endpoint=ovh-us");
		assertCredentials(OvhCredentials.accessToken("us"), "ovh.config-file=" + own);
		assertCredentials(OvhCredentials.accessToken("ca"), "ovh.config-file=" + own, "ovh.endpoint=ovh-ca");
	}

	@Test
	void shouldTellOriginsAtDebugAndNoValues(CapturedOutput output) throws IOException {
		Path file = write("home/.ovh.conf", "[ovh-eu]", "application_secret=hush",
				"token_uri=https://hush.example.com");
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel(PropertiesOvhConnectionDetails.class.getName(), LogLevel.DEBUG);
		try {
			assertCredentials(OvhCredentials.applicationKeys("hushkey", "hush"), "ovh.application-key=hushkey");
		}
		finally {
			logging.setLogLevel(PropertiesOvhConnectionDetails.class.getName(), null);
		}
		assertThat(output)
			.contains("The OVHcloud API is configured by ['token_uri' (file [" + file
					+ "] - 3:1), 'ovh.application-key' (\"ovh.application-key\" from property "
					+ "source \"test\"), 'application_secret' (file [" + file + "] - 2:1)]")
			.doesNotContain("hush");
	}

	@Test
	void whenEndpointIsAUrlThenSectionBearsIt() throws IOException {
		write("here/ovh.conf", "[default]", "endpoint=https://api.example.com/1.0", "[https://api.example.com/1.0]",
				"application_key=ak", "application_secret=as", "consumer_key=ck");
		assertDetails(OvhEndpoint.of("https://api.example.com/1.0"), "ak", "as", "ck");
	}

	@Test
	void whenADefaultFileIsUnreadableThenWarnsAndPassesOverIt(CapturedOutput output) throws IOException {
		Files.createDirectories(this.folder.resolve("here/ovh.conf"));
		write("etc.conf", "[ovh-eu]", "application_key=ak", "application_secret=as", "consumer_key=ck");
		assertDetails(OvhEndpoint.OVH_EU, "ak", "as", "ck");
		assertThat(output).containsOnlyOnce("File '" + this.folder.resolve("here/ovh.conf") + "' cannot be read");
	}

	@Test
	void whenEndpointIsUnknownThenNamesKeyAndOrigin() {
		assertFailure(
				"'ovh.endpoint' (\"ovh.endpoint\" from property source \"test\") is not an endpoint. "
						+ "Unknown endpoint 'ovh-mars'. Use one of ovh-eu, ovh-ca, ovh-us, kimsufi-eu, kimsufi-ca, "
						+ "soyoustart-eu, soyoustart-ca, or an https:// URL.",
				"Set ovh.endpoint to a name such as ovh-eu, ovh-ca or ovh-us, or to an https:// URL.",
				"ovh.endpoint=ovh-mars");
	}

	@Test
	void whenEndpointInAFileIsUnknownThenNamesFileAndLine() throws IOException {
		Path file = write("home/.ovh.conf", "[default]", "endpoint=http://api.example.com");
		assertFailure(
				"'endpoint' (file [" + file
						+ "] - 2:1) is not an endpoint. Endpoint 'http://api.example.com/1.0' must be "
						+ "an https:// URL: plain http:// is for a loopback host such as localhost.",
				"Set endpoint to a name such as ovh-eu, ovh-ca or ovh-us, or to an https:// URL.");
	}

	@Test
	void whenThereAreNoCredentialsThenSaysWhereItLooked() {
		assertFailure(
				"The OVHcloud API is configured without credentials. Looked in properties ovh.*, "
						+ this.folder.resolve("here/ovh.conf") + ", " + this.folder.resolve("home/.ovh.conf") + ", "
						+ this.folder.resolve("etc.conf") + ".",
				"Set " + way("application-key") + " and " + way("application-secret") + "; or " + way("client-id")
						+ " and " + way("client-secret") + "; or " + way("access-token")
						+ "; or remove what is there of the configuration.",
				"ovh.endpoint=ovh-ca");
	}

	private static String way(String name) {
		String option = name.replace('-', '_');
		return "'ovh." + name + "' (as environment variable OVH_" + option.toUpperCase(Locale.ROOT)
				+ ", in section [ovh-ca] of an ovh.conf " + option + ")";
	}

	@Test
	void shouldTakeServiceAccountsAndTokens() throws IOException {
		write("here/ovh.conf", "[ovh-us]", "client_id=id", "client_secret=hush");
		assertCredentials(OvhCredentials.serviceAccount("id", "hush"), "ovh.endpoint=ovh-us");
		assertCredentials(OvhCredentials.accessToken("hush"), "ovh.access-token=hush");
		assertCredentials(OvhCredentials.serviceAccount("id", "hush"), "ovh.endpoint=https://api.example.com",
				"ovh.client-id=id", "ovh.client-secret=hush", "ovh.token-uri=https://auth.example.com/token");
	}

	private void assertCredentials(OvhCredentials credentials, String... properties) {
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> assertThat(context.getBean(OvhConnectionDetails.class).getCredentials())
				.isEqualTo(credentials));
	}

	@Test
	void whenThereAreTwoWaysToAuthenticateThenNamesBoth() throws IOException {
		Path file = write("etc.conf", "[ovh-eu]", "client_secret=hush");
		assertFailure(
				"'ovh.application-secret' (\"ovh.application-secret\" from property source \"test\") and 'client_secret' (file ["
						+ file
						+ "] - 2:1) are both set: a client authenticates by application keys, service account or "
						+ "access token.",
				"Keep one of the two and remove the other.", "ovh.application-secret=hush");
		assertFailure("'client_secret' (file [" + file
				+ "] - 2:1) and 'ovh.access-token' (\"ovh.access-token\" from property "
				+ "source \"test\") are both set: a client authenticates by application keys, service account or "
				+ "access token.", "Keep one of the two and remove the other.", "ovh.access-token=hush");
	}

	@Test
	void whenHalfAServiceAccountIsSetThenNamesBoth() {
		assertFailure(
				"'ovh.client-id' (\"ovh.client-id\" from property source \"test\") is set, but 'ovh.client-secret' is not: "
						+ "the two belong together.",
				"Set 'ovh.client-secret' (as environment variable OVH_CLIENT_SECRET, in section [ovh-eu] of an ovh.conf "
						+ "client_secret).",
				"ovh.client-id=hush");
	}

	@Test
	void whenTheEndpointHasNoServiceAccountsThenSaysSo() {
		assertFailure(
				"'ovh.client-id' (\"ovh.client-id\" from property source \"test\") is set, but endpoint 'kimsufi-eu' has no "
						+ "service accounts that are known here.",
				"Use endpoint ovh-eu, ovh-ca or ovh-us, or set 'ovh.token-uri' (as environment variable OVH_TOKEN_URI, "
						+ "in section [kimsufi-eu] of an ovh.conf token_uri).",
				"ovh.endpoint=kimsufi-eu", "ovh.client-id=id", "ovh.client-secret=hush");
	}

	@Test
	void whenTheTokenEndpointIsNoneThenSaysSo() {
		assertFailure(
				"'ovh.token-uri' (\"ovh.token-uri\" from property source \"test\") is not a token endpoint. "
						+ "Token endpoint 'ovh-eu' is not an https:// URL.",
				"Set ovh.token-uri to an https:// URL.", "ovh.token-uri=ovh-eu", "ovh.access-token=hush");
	}

	@Test
	void whenThereIsASourceOfCredentialsThenNeedsNoOthers() {
		OvhCredentialsProvider vault = () -> OvhCredentials.accessToken("hush");
		this.contextRunner.withBean(OvhCredentialsProvider.class, () -> vault)
			.withPropertyValues("ovh.endpoint=ovh-ca")
			.run((context) -> {
				OvhConnectionDetails details = context.getBean(OvhConnectionDetails.class);
				assertThat(details.getCredentials()).isSameAs(vault);
				assertThat(details.getEndpoint()).isEqualTo(OvhEndpoint.OVH_CA);
				assertThat(context).hasSingleBean(OvhClient.class);
			});
	}

	@Test
	void whenThereIsOnlyAConsumerKeyThenNamesIt() {
		this.contextRunner.withPropertyValues("ovh.consumer-key=hush")
			.run((context) -> assertThat(analysis(context.getStartupFailure()).getDescription())
				.startsWith("'ovh.consumer-key' (\"ovh.consumer-key\" from property source \"test\") is set, "
						+ "but not the application that it belongs to. Looked in properties ovh.*, "));
	}

	@Test
	void whenThereIsOnlyATokenEndpointThenSaysWhatIsMissing() {
		this.contextRunner.withPropertyValues("ovh.token-uri=https://auth.example.com/token")
			.run((context) -> assertThat(analysis(context.getStartupFailure()).getDescription())
				.startsWith("The OVHcloud API is configured without credentials."));
	}

	@Test
	void whenOthersMayReadTheFileOfTheUserThenWarnsOnce(CapturedOutput output) throws IOException {
		assumeThat(this.folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
		Path file = write("home/.ovh.conf", "[ovh-eu]", "access_token=hush", "[ovh-ca]", "access_token=hush");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		this.contextRunner.withPropertyValues("ovh.clients.canada.endpoint=ovh-ca")
			.run((context) -> assertThat(context).hasNotFailed().hasBean("canadaOvhClient"));
		assertThat(output).containsOnlyOnce(" WARN ")
			.containsOnlyOnce(
					"File '" + file + "' holds secrets that other users of this machine may read: chmod 600 it");
	}

	@Test
	void whenTheSecretIsMissingThenNamesBoth() {
		this.contextRunner = this.contextRunner.withInitializer(
				(context) -> OvhContextRunner.environment(context, Map.of("OVH_APPLICATION_KEY", "7kbG7Bk7S9Nt7ZSV")));
		assertFailure(
				"'ovh.application-key' (\"OVH_APPLICATION_KEY\" from property source \"systemEnvironment\") is set, "
						+ "but 'ovh.application-secret' is not: the two belong together.",
				"Set 'ovh.application-secret' (as environment variable OVH_APPLICATION_SECRET, "
						+ "in section [ovh-eu] of an ovh.conf application_secret).");
	}

	@Test
	void whenTheKeyIsMissingThenNamesBoth() throws IOException {
		Path file = write("here/ovh.conf", "[ovh-eu]", "application_secret=hush");
		assertFailure(
				"'application_secret' (file [" + file + "] - 2:1) is set, but 'ovh.application-key' is not: "
						+ "the two belong together.",
				"Set 'ovh.application-key' (as environment variable OVH_APPLICATION_KEY, "
						+ "in section [ovh-eu] of an ovh.conf application_key).");
	}

	@Test
	void whenAKeyHasAForeignCharacterThenNamesItAndHidesIt() {
		assertFailure(
				"'ovh.application-secret' (\"ovh.application-secret\" from property source \"test\") has a character "
						+ "that no key has: a space, a line break or an accent.",
				"Copy the value for ovh.application-secret again from where it was made.", "ovh.application-key=ak",
				"ovh.application-secret=hush hush");
		assertFailure(
				"'ovh.application-key' (\"ovh.application-key\" from property source \"test\") has a character "
						+ "that no key has: a space, a line break or an accent.",
				"Copy the value for ovh.application-key again from where it was made.", "ovh.application-key=clé",
				"ovh.application-secret=hush");
	}

	@Test
	void whenTheFileOfOnesOwnIsMissingThenNamesIt() {
		assertFailure(
				"The configuration of the OVHcloud API cannot be read. File '" + this.folder.resolve("home/none.conf")
						+ "' does not exist",
				"Mend the file so that it is an 'ovh.conf' of UTF-8 text with [section]s and 'name = value' lines, "
						+ "and 'ovh.config-file' (\"ovh.config-file\" from property source \"test\") names a readable one.",
				"ovh.config-file=~/none.conf");
	}

	@Test
	void whenAFileIsNotWrittenAsItHasToBeThenNamesTheLine() throws IOException {
		Path file = write("etc.conf", "[ovh-eu]", "application_secret hush");
		assertFailure(
				"The configuration of the OVHcloud API cannot be read. Line 2 of '" + file
						+ "' is neither a [section] nor an option: write 'name = value'",
				"Mend the file so that it is an 'ovh.conf' of UTF-8 text with [section]s and 'name = value' lines.");
	}

}
