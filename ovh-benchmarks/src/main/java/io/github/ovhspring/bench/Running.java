package io.github.ovhspring.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program of this module that runs until it is closed, and answers what it is asked by
 * figures and an empty line.
 */
final class Running implements AutoCloseable {

	private final Process process;

	private final BufferedReader out;

	private final PrintStream in;

	Running(Jvm.Program program) throws IOException {
		this.process = new ProcessBuilder(program.command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		this.out = new BufferedReader(new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		this.in = new PrintStream(this.process.getOutputStream(), true, StandardCharsets.UTF_8);
	}

	/**
	 * Return what it answers to some words.
	 */
	Map<String, Double> ask(Object... words) throws IOException {
		for (Object word : words) {
			this.in.print(word + " ");
		}
		this.in.println();
		return answer();
	}

	/**
	 * Return what it says without being asked.
	 */
	Map<String, Double> answer() throws IOException {
		Map<String, Double> figures = new TreeMap<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			figures.putAll(Jvm.figures(line));
		}
		return figures;
	}

	private String line() throws IOException {
		String line = this.out.readLine();
		if (line == null) {
			throw new IOException(this.process.info().commandLine().orElse("A program") + " has ended");
		}
		return line;
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
