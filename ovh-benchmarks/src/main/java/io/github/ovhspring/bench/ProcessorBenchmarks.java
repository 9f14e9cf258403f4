package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls by each HTTP client where the JVM sees one, two or four processors: some of them
 * work otherwise where there are few.
 */
final class ProcessorBenchmarks {

	private static final List<Integer> PROCESSORS = List.of(1, 2, 4);

	private final Plan plan;

	ProcessorBenchmarks(Plan plan) {
		this.plan = plan;
	}

	Table run(Jvm jvm) throws IOException {
		Map<Transport, Map<Integer, Samples>> results = new EnumMap<>(Transport.class);
		try (Server server = new Server(jvm, 0)) {
			for (Transport transport : this.plan.transports()) {
				for (int processors : PROCESSORS) {
					results.computeIfAbsent(transport, (key) -> new TreeMap<>())
						.computeIfAbsent(processors, (key) -> new Samples())
						.add(Jvm.run(program(jvm, server, transport, processors)));
				}
			}
		}
		Table table = new Table("Processors that the JVM sees, JDK " + jvm.feature(),
				"µs of processor time of a call by `OvhClient`, one thread: one processor by `taskset`, more by "
						+ "`-XX:ActiveProcessorCount`.",
				"", "1", "2", "4");
		results.forEach(
				(transport, samples) -> table.row(transport, text(samples, 1), text(samples, 2), text(samples, 4)));
		return table;
	}

	private static String text(Map<Integer, Samples> samples, int processors) {
		return samples.getOrDefault(processors, new Samples()).text("cpu", "%.0f");
	}

	private Jvm.Program program(Jvm jvm, Server server, Transport transport, int processors) {
		Jvm.Program program = jvm.program(LoadClient.class, server.url(), Caller.OVH_CLIENT.name(), transport.name(), 1,
				this.plan.warmUp(), this.plan.measured());
		return (processors == 1) ? program.by("taskset", "-c", "0")
				: program.with("-XX:ActiveProcessorCount=" + processors);
	}

}
