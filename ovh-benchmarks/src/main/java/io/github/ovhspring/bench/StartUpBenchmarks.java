package io.github.ovhspring.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ovhspring.bench.startup.StartUpApplication;

/**
 * Start of a web application with the starter and without it.
 */
final class StartUpBenchmarks {

	private static final String NOTHING = "no HTTP client";

	private static final String REST_CLIENT = "a `RestClient`";

	private static final String STARTER = "the starter";

	private static final String JDK_CLIENT = "the starter, JDK's client";

	private static final String[] PROPERTIES = { "--server.port=0", "--ovh.endpoint=http://127.0.0.1:9/1.0",
			"--ovh.application-key=key", "--ovh.application-secret=secret", "--ovh.consumer-key=consumer" };

	private final Plan plan;

	private final Goals goals;

	StartUpBenchmarks(Plan plan, Goals goals) {
		this.plan = plan;
		this.goals = goals;
	}

	Table run(Jvm jvm) throws IOException {
		String with = System.getProperty("java.class.path");
		String without = Arrays.stream(with.split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).getFileName().toString().startsWith("ovh-spring-boot-"))
			.collect(Collectors.joining(File.pathSeparator));
		Map<String, Jvm.Program> programs = new LinkedHashMap<>();
		programs.put(NOTHING, program(jvm, without));
		programs.put(REST_CLIENT, program(jvm, without, "--bench.rest-client=true"));
		programs.put(STARTER, program(jvm, with));
		programs.put(JDK_CLIENT, program(jvm, with, "--spring.http.clients.imperative.factory=jdk"));
		Results<String> starts = new Results<>();
		for (int i = 0; i < this.plan.starts(); i++) {
			List<String> titles = new ArrayList<>(programs.keySet());
			Collections.rotate(titles, i);
			for (String title : titles) {
				starts.add(title, Jvm.run(Objects.requireNonNull(programs.get(title))));
			}
		}
		Table table = new Table("Start of a web application, JDK " + jvm.feature(),
				"`spring-boot-starter-webmvc` and HttpComponents, " + this.plan.starts() + " starts each, in turn.", "",
				"milliseconds", "classes", "of those ours", "MB allocated", "threads");
		for (Map.Entry<String, Jvm.Program> program : programs.entrySet()) {
			Samples samples = starts.of(program.getKey());
			Map<String, Double> counted = counted(program.getValue());
			row(table, program.getKey(), samples, counted);
			if (program.getKey().equals(STARTER)) {
				this.goals.atMost(120, "classes of ours that are loaded at the start", jvm,
						counted.getOrDefault("ours", 0.0));
			}
		}
		for (String other : List.of(NOTHING, REST_CLIENT)) {
			this.goals.atMost(1.03, "start of an application, times that of one with " + other, jvm,
					starts.of(STARTER).ratio("started", starts.of(other)));
		}
		customers(jvm);
		return table;
	}

	private static void row(Table table, String title, Samples samples, Map<String, Double> counted) {
		table.row(title, samples.text("started", "%.0f"), Samples.format("%.0f", counted.getOrDefault("classes", 0.0)),
				Samples.format("%.0f", counted.getOrDefault("ours", 0.0))
						+ Samples.format(", %.0f lambdas", counted.getOrDefault("lambdas", 0.0)),
				Samples.format("%.1f", counted.getOrDefault("allocated", 0.0) / (1 << 20)),
				Samples.format("%.0f", samples.median("threads")));
	}

	private static Jvm.Program program(Jvm jvm, String classPath, String... properties) {
		Object[] arguments = Stream.concat(Arrays.stream(PROPERTIES), Arrays.stream(properties)).toArray();
		return jvm.program(StartUpApplication.class, arguments).on(classPath);
	}

	private static Map<String, Double> counted(Jvm.Program program) throws IOException {
		Path log = Files.createTempFile("classes", ".log");
		try {
			Map<String, Double> figures = new HashMap<>(
					Jvm.run(program.withoutGarbageCollection().with("-Xlog:class+load:file=" + log)));
			List<String> classes = Files.readAllLines(log)
				.stream()
				.filter((line) -> line.contains(" source: "))
				.map((line) -> line.substring(0, line.indexOf(" source: ")))
				.toList();
			figures.put("classes", (double) classes.size());
			figures.put("ours", count(classes, false));
			figures.put("lambdas", count(classes, true));
			return figures;
		}
		finally {
			Files.delete(log);
		}
	}

	private static double count(List<String> classes, boolean lambdas) {
		return classes.stream()
			.filter((name) -> name.contains(" io.github.ovhspring.") && !name.contains(".bench."))
			.filter((name) -> name.contains("$$Lambda") == lambdas)
			.count();
	}

	private void customers(Jvm jvm) throws IOException {
		try (Server server = new Server(jvm, 0)) {
			Map<String, Double> figures = Jvm
				.run(jvm.program(CustomersClient.class, server.url()).withoutGarbageCollection());
			this.goals.atMost(300, "bytes of a client for one more customer", jvm,
					figures.getOrDefault("customer", Double.NaN));
			this.goals.atMost(0, "threads that a client starts", jvm, figures.getOrDefault("threads", Double.NaN));
		}
	}

}
