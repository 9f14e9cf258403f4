package io.github.ovhspring.test.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.RawRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OvhSimulatorMain}. As a program of its own it is run by
 * {@code .ci/run-simulator}.
 */
class OvhSimulatorMainTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final List<Integer> exits = new ArrayList<>();

	private final OvhSimulatorMain main = new OvhSimulatorMain(print(this.out), print(this.err), this.exits::add);

	private static PrintStream print(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	@Test
	void shouldStartAndTellHowToCallIt() {
		try (OvhSimulator ovh = this.main
			.run("--port=0", "--application-key=ak", "--application-secret=as", "--consumer-key=ck", "--client-id=id",
					"--client-secret=hush")
			.orElseThrow()) {
			assertThat(ovh.wireMockServer().isRunning()).isTrue();
			assertThat(this.out.toString(StandardCharsets.UTF_8))
				.matches("(?s)endpoint +" + ovh.endpoint() + "\\R.*key +ak\\R.*secret +as\\R.*key +ck\\R.*endpoint +"
						+ ovh.tokenUri() + "\\R.*id +id\\R.*secret +hush\\R.*/auth/credential.*/__admin.*");
		}
		assertThat(this.exits).isEmpty();
	}

	@Test
	void whenNothingIsGivenThenMakesKeysUpAndAnswersFromTheAccount() throws IOException {
		try (OvhSimulator ovh = this.main.run().orElseThrow()) {
			assertThat(new RawRequest(ovh, "GET", "/1.0/me").signed().send().body()).contains("al4711-ovh");
			assertThat(this.out.toString(StandardCharsets.UTF_8)).contains(ovh.applicationKey(), ovh.consumerKey());
		}
	}

	@Test
	void whenAccountIsAskedForThenAnswersAsIt() {
		try (OvhSimulator ovh = this.main.run("--account").orElseThrow()) {
			OvhClient client = OvhClient.builder()
				.endpoint(ovh.endpoint())
				.credentials(ovh.connectionDetails().getCredentials())
				.build();
			assertThat(client.get("/me/bill").asList(String.class)).hasSize(28);
		}
	}

	@Test
	void whenHttpsThenWritesTheCertificate(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("ca.pem");
		try (OvhSimulator ovh = this.main.run("--https", "--certificate=" + file).orElseThrow()) {
			assertThat(Files.readString(file)).isEqualTo(ovh.certificate());
			assertThat(this.out.toString(StandardCharsets.UTF_8)).contains(file.toString(), "https://127.0.0.1:");
		}
	}

	@Test
	void whenCertificateCannotBeWrittenThenSaysSo(@TempDir Path directory) {
		Path file = directory.resolve("none").resolve("ca.pem");
		assertThat(this.main.run("--https", "--certificate=" + file)).isEmpty();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains(file.toString());
		assertThat(this.exits).containsExactly(2);
	}

	@Test
	void whenPortIsTakenThenSaysSo() {
		try (OvhSimulator other = OvhSimulator.start()) {
			assertThat(this.main.run("--port=" + other.wireMockServer().port())).isEmpty();
			assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("Failed to bind");
			assertThat(this.exits).containsExactly(2);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "--port=eight | The port must be a number, and not 'eight'",
					"--port=70000 | The port must be between 0 and 65535, and not 70000",
					"--port | --port needs a value", "--https=yes | --https takes no value",
					"--colour=red | '--colour' is not an option",
					"8089 | '8089' is not an option: write them as in --port=8089",
					"--application-key=ak | --application-key and --application-secret go together",
					"--client-secret=hush | --client-id and --client-secret go together",
					"--certificate=ca.pem | --certificate goes with --https" })
	void whenOptionIsWrongThenSaysWhich(String option, String message) {
		assertThat(this.main.run(option)).isEmpty();
		assertThat(this.err.toString(StandardCharsets.UTF_8))
			.isEqualToNormalizingNewlines(message + ". --help shows the options.\n");
		assertThat(this.exits).containsExactly(2);
	}

	@Test
	void shouldNotShowValuesInText() {
		assertThat(StandaloneOptions.parse("--consumer-key=hush")).hasToString("options [consumer-key]");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void shouldShowItsOptions(CapturedOutput output) {
		OvhSimulatorMain.main(new String[] { "--help" });
		assertThat(output).contains("--port=8089", "--help");
	}

}
