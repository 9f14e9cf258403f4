package io.github.ovhspring.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A JDK to run programs of this module by, each in a process of its own.
 *
 * @param home its directory
 * @param version its version
 */
record Jvm(Path home, String version) {

	private static final Pattern FIGURE = Pattern.compile("^(\\w+)=([\\d.Ee-]+)$", Pattern.MULTILINE);

	static Jvm of(Path home) throws IOException {
		String version = output(new Program(home, "-version").command());
		int start = version.indexOf('"') + 1;
		return new Jvm(home, version.substring(start, version.indexOf('"', start)));
	}

	/**
	 * Return the version's first number.
	 */
	int feature() {
		return Integer.parseInt(this.version.split("\\D")[0]);
	}

	/**
	 * Return a program of this module to be run.
	 */
	Program program(Class<?> type, Object... arguments) {
		return new Program(this.home, type.getName(), arguments);
	}

	/**
	 * Run a program to its end.
	 * @return the figures that it printed, by their names
	 */
	static Map<String, Double> run(Program program) throws IOException {
		return figures(output(program.command()));
	}

	/**
	 * Return the figures in what a program printed, by their names.
	 */
	static Map<String, Double> figures(String output) {
		Map<String, Double> figures = new TreeMap<>();
		FIGURE.matcher(output)
			.results()
			.forEach((match) -> figures.put(match.group(1), Double.valueOf(match.group(2))));
		return figures;
	}

	private static String output(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException(command + " failed:\n" + output);
			}
		}
		catch (InterruptedException ex) {
			throw new IOException("Interrupted", ex);
		}
		return output;
	}

	/**
	 * A program, and what it is run with.
	 */
	static final class Program {

		private final List<String> before = new ArrayList<>();

		private final List<String> options = new ArrayList<>();

		private final List<String> rest = new ArrayList<>();

		private final Path home;

		private String classPath = System.getProperty("java.class.path");

		private Program(Path home, String type, Object... arguments) {
			this.home = home;
			this.rest.add(type);
			for (Object argument : arguments) {
				this.rest.add(argument.toString());
			}
		}

		/**
		 * Run it by another command, such as {@code taskset}.
		 */
		Program by(String... command) {
			this.before.addAll(List.of(command));
			return this;
		}

		Program with(String... options) {
			this.options.addAll(List.of(options));
			return this;
		}

		/**
		 * Let every byte that is allocated stay, so that it can be counted.
		 */
		Program withoutGarbageCollection() {
			return with("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-XX:EpsilonMaxTLABSize=64k", "-Xms6g",
					"-Xmx6g");
		}

		Program on(String classPath) {
			this.classPath = classPath;
			return this;
		}

		List<String> command() {
			List<String> command = new ArrayList<>(this.before);
			command.add(this.home.resolve("bin/java").toString());
			command.addAll(this.options);
			command.addAll(List.of("-cp", this.classPath));
			command.addAll(this.rest);
			return command;
		}

	}

}
