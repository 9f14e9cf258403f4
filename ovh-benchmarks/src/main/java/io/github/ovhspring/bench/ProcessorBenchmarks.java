package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls by each HTTP client where the JVM sees one, two or four processors: some of them
 * work otherwise where there are few.
 */
final class ProcessorBenchmarks {

	private static final List<Integer> PROCESSORS = List.of(1, 2, 4);

	// Where the common pool has one thread, CompletableFuture starts one for each task.
	private static final String COMMON_POOL = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2";

	private final Plan plan;

	ProcessorBenchmarks(Plan plan) {
		this.plan = plan;
	}

	/**
	 * A row of the table.
	 *
	 * @param transport the HTTP client
	 * @param options options of the JVM
	 */
	private record Row(Transport transport, List<String> options) {

		Jvm.Program program(Jvm jvm, Server server, int processors) {
			Jvm.Program program = new Subject(Caller.OVH_CLIENT, this.transport).program(jvm, LoadClient.class, server)
				.with(this.options.toArray(String[]::new));
			return (processors == 1) ? program.by("taskset", "-c", "0")
					: program.with("-XX:ActiveProcessorCount=" + processors);
		}

		@Override
		public String toString() {
			return this.transport + (this.options.isEmpty() ? "" : ", `" + String.join(" ", this.options) + "`");
		}

	}

	private record Cell(Row row, int processors) {
	}

	private List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		this.plan.transports().forEach((transport) -> rows.add(new Row(transport, List.of())));
		rows.add(new Row(Transport.JDK, List.of(COMMON_POOL)));
		return rows;
	}

	Table run(Jvm jvm) throws IOException {
		Results<Cell> results;
		try (Server server = new Server(jvm, 0); Turns<Cell> turns = new Turns<>(this.plan)) {
			for (Row row : rows()) {
				for (int processors : PROCESSORS) {
					turns.add(new Cell(row, processors), row.program(jvm, server, processors));
				}
			}
			results = turns.measure(1);
		}
		Table table = new Table("Processors that the JVM sees, JDK " + jvm.feature(),
				"µs of processor time of a call by `OvhClient`, one thread: one processor by `taskset`, more by "
						+ "`-XX:ActiveProcessorCount`.",
				"", "1", "2", "4");
		for (Row row : rows()) {
			List<Object> cells = new ArrayList<>(List.of(row));
			for (int processors : PROCESSORS) {
				cells.add(results.of(new Cell(row, processors)).text("cpu", "%.0f"));
			}
			table.row(cells.toArray());
		}
		return table;
	}

}
