package io.github.ovhspring.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A running {@link ApiServer}.
 */
final class Server implements AutoCloseable {

	private final Process process;

	private final String url;

	/**
	 * Start a server.
	 * @param jvm the JDK to run it by
	 * @param delay the time for an answer in milliseconds
	 */
	Server(Jvm jvm, int delay) throws IOException {
		this.process = new ProcessBuilder(jvm.program(ApiServer.class, delay).command())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader out = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		this.url = "http://127.0.0.1:" + out.readLine().substring("port=".length()) + "/1.0";
	}

	String url() {
		return this.url;
	}

	/**
	 * Return the processor time that it has taken until now.
	 */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
