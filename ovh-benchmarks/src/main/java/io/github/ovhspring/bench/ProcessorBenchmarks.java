package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

	/**
	 * What differs from client to client.
	 *
	 * @param transport the HTTP client
	 * @param processors how many processors the JVM sees
	 */
	private record Setup(Transport transport, int processors) {

		Jvm.Program program(Jvm jvm, Server server) {
			Jvm.Program program = new Subject(Caller.OVH_CLIENT, this.transport).program(jvm, LoadClient.class, server);
			return (this.processors == 1) ? program.by("taskset", "-c", "0")
					: program.with("-XX:ActiveProcessorCount=" + this.processors);
		}

	}

	Table run(Jvm jvm) throws IOException {
		Map<Setup, Samples> results;
		try (Server server = new Server(jvm, 0); Turns<Setup> turns = new Turns<>(this.plan)) {
			for (Transport transport : this.plan.transports()) {
				for (int processors : PROCESSORS) {
					Setup setup = new Setup(transport, processors);
					turns.add(setup, setup.program(jvm, server));
				}
			}
			results = turns.measure(1);
		}
		Table table = new Table("Processors that the JVM sees, JDK " + jvm.feature(),
				"µs of processor time of a call by `OvhClient`, one thread: one processor by `taskset`, more by "
						+ "`-XX:ActiveProcessorCount`.",
				"", "1", "2", "4");
		for (Transport transport : this.plan.transports()) {
			List<Object> row = new ArrayList<>(List.of(transport));
			for (int processors : PROCESSORS) {
				row.add(Objects.requireNonNull(results.get(new Setup(transport, processors))).text("cpu", "%.0f"));
			}
			table.row(row.toArray());
		}
		return table;
	}

}
