package io.github.ovhspring.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the sample as it is packaged, in a JVM of its own: processed ahead of time,
 * and started from an AOT cache.
 */
@Timeout(120)
class PackagedSampleIT {

	private static final String JAR = System.getProperty("sample.jar");

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private final OvhSimulator simulator = OvhSimulator.start();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@BeforeEach
	void stub() {
		SimulatedAccount.open(this.simulator);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void shouldRunAsProcessedAheadOfTime() throws Exception {
		assertThat(runAndAsk("-Dspring.aot.enabled=true", "-jar", JAR)).contains("Starting AOT-processed");
	}

	@Test
	@EnabledForJreRange(minVersion = 25, disabledReason = "AOT caches of this kind came with JDK 25")
	void shouldRunFromAnAotCache() throws Exception {
		end(java("-Djarmode=tools", "-jar", JAR, "extract", "--destination", "extracted"));
		String jar = this.folder.resolve("extracted").resolve(Path.of(JAR).getFileName()).toString();
		end(java("-XX:AOTCacheOutput=app.aot", "-Dspring.aot.enabled=true", "-Dspring.context.exit=onRefresh", "-jar",
				jar));
		assertThat(this.simulator.wireMockServer().getAllServeEvents()).isEmpty();
		assertThat(this.folder.resolve("app.aot")).isNotEmptyFile();
		assertThat(runAndAsk("-XX:AOTCache=app.aot", "-XX:AOTMode=on", "-Dspring.aot.enabled=true", "-jar", jar))
			.contains("Starting AOT-processed");
	}

	private String runAndAsk(String... arguments) throws IOException, InterruptedException {
		Process process = java(arguments);
		try {
			StringBuilder log = new StringBuilder();
			String port = port(process, log);
			assertThat(get(port, "/welcome")).contains("Ada");
			assertThat(get(port, "/bills")).contains("FR58121934");
			assertThat(get(port, "/typed/bills/FR58121934")).contains("FR58121934");
			assertThat(get(port, "/actuator/health/ovh")).contains("\"status\":\"UP\"");
			return log.toString();
		}
		finally {
			process.destroy();
			process.waitFor();
		}
	}

	private static String port(Process process, StringBuilder log) throws IOException {
		for (String line = process.inputReader().readLine(); line != null; line = process.inputReader().readLine()) {
			log.append(line).append('\n');
			Matcher matcher = STARTED.matcher(line);
			if (matcher.find()) {
				return matcher.group(1);
			}
		}
		throw new AssertionError("Did not start:\n" + log);
	}

	private static String get(String port, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	private Process java(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Duser.home=" + this.folder);
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true);
		builder.environment()
			.putAll(Map.of("OVH_ENDPOINT", this.simulator.endpoint(), "OVH_APPLICATION_KEY",
					this.simulator.applicationKey(), "OVH_APPLICATION_SECRET", this.simulator.applicationSecret(),
					"OVH_CONSUMER_KEY", this.simulator.consumerKey(), "SERVER_PORT", "0"));
		return builder.start();
	}

	private static void end(Process process) throws IOException, InterruptedException {
		String log = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(log).isZero();
	}

}
