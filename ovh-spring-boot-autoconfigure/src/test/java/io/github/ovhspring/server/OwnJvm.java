package io.github.ovhspring.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a main class of the tests in a JVM of its own, with a heap of its own size.
 */
public final class OwnJvm {

	private static final int MINUTES = 5;

	private OwnJvm() {
	}

	/**
	 * Run and return what was printed.
	 * @param memory the option for the size of the heap
	 * @param main the class
	 * @param arguments its arguments
	 * @return the output, without white space around it
	 */
	public static String run(String memory, Class<?> main, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add(memory);
		for (String property : List.of("http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort",
				"http.nonProxyHosts")) {
			command.add("-D" + property + "=" + System.getProperty(property));
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
			assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).as(output).isZero();
			return output;
		}
		finally {
			process.destroyForcibly();
		}
	}

}
