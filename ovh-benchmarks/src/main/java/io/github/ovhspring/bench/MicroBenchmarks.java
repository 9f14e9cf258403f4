package io.github.ovhspring.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pieces of a call, by JMH.
 */
final class MicroBenchmarks {

	private final Plan plan;

	private final Goals goals;

	MicroBenchmarks(Plan plan, Goals goals) {
		this.plan = plan;
		this.goals = goals;
	}

	Table run(Jvm jvm) throws IOException {
		Map<String, Figures> results = results(jvm);
		Table table = new Table("Pieces of a call, JDK " + jvm.feature(), "JMH " + this.plan.jmh() + " -prof gc.",
				"what", "time", "bytes", "beside", "time", "bytes", "times as long");
		compare(table, results, "signature of 200 bytes", "signature 200", "bare digest", "digest 200");
		compare(table, results, "signature of 1 MiB", "signature 1048576", "bare digest", "digest 1048576");
		compare(table, results, "path with one placeholder", "path", "Spring's UriBuilderFactory", "springsPath");
		compare(table, results, "whole call, no network", "ovhClient", "plain RestClient", "restClient");
		compare(table, results, "whole call, no network", "ovhClient", "RestClient, least signing interceptor",
				"interceptor");
		Figures small = figures(results, "signature 200");
		Figures large = figures(results, "signature 1048576");
		this.goals.atMost(1.3, "signature of 200 bytes, times the bare digest", jvm,
				small.nanoseconds() / figures(results, "digest 200").nanoseconds());
		this.goals.atMost(600, "signature of 200 bytes, bytes allocated", jvm, small.bytes());
		this.goals.atMost(1.02, "signature of 1 MiB, times the bare digest", jvm,
				large.nanoseconds() / figures(results, "digest 1048576").nanoseconds());
		return table;
	}

	private static Figures figures(Map<String, Figures> results, String name) {
		Figures figures = results.get(name);
		if (figures == null) {
			throw new IllegalStateException("JMH has not measured " + name + ", but " + results.keySet());
		}
		return figures;
	}

	private static void compare(Table table, Map<String, Figures> results, String what, String ours, String beside,
			String theirs) {
		Figures one = figures(results, ours);
		Figures other = figures(results, theirs);
		table.row(what, one.time(), Samples.format("%.0f", one.bytes()), beside, other.time(),
				Samples.format("%.0f", other.bytes()), Samples.format("%.2f", one.nanoseconds() / other.nanoseconds()));
	}

	private Map<String, Figures> results(Jvm jvm) throws IOException {
		Path file = Files.createTempFile("jmh", ".json");
		try {
			List<Object> arguments = new ArrayList<>(List.of(this.plan.jmh().split(" ")));
			arguments.addAll(List.of("-prof", "gc", "-rf", "json", "-rff", file));
			Jvm.run(jvm.program(org.openjdk.jmh.Main.class, arguments.toArray()));
			Map<String, Figures> results = new TreeMap<>();
			for (JsonNode result : new JsonMapper().readTree(file.toFile())) {
				String name = result.path("benchmark").stringValue();
				String length = result.path("params").path("length").stringValue("");
				results.put((name.substring(name.lastIndexOf('.') + 1) + " " + length).trim(), new Figures(
						result.path("primaryMetric").path("score").doubleValue(),
						result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score").doubleValue()));
			}
			return results;
		}
		finally {
			Files.delete(file);
		}
	}

	private record Figures(double nanoseconds, double bytes) {

		String time() {
			return (this.nanoseconds < 10_000) ? Samples.format("%.0f ns", this.nanoseconds)
					: Samples.format("%.0f µs", this.nanoseconds / 1000);
		}

	}

}
