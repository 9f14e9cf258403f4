package io.github.ovhspring.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/**
 * A running {@link ApiServer}.
 */
final class Server implements AutoCloseable {

	private final Running program;

	private final String url;

	/**
	 * Start a server.
	 * @param jvm the JDK to run it by
	 * @param delay the time for an answer in milliseconds
	 */
	Server(Jvm jvm, int delay) throws IOException {
		this.program = new Running(jvm.program(ApiServer.class, delay));
		double port = Objects.requireNonNull(this.program.answer().get("port"));
		this.url = "http://127.0.0.1:" + (int) port + "/1.0";
	}

	String url() {
		return this.url;
	}

	/**
	 * Return the processor time that it has taken until now.
	 */
	Duration cpu() {
		return this.program.cpu();
	}

	@Override
	public void close() {
		this.program.close();
	}

}
