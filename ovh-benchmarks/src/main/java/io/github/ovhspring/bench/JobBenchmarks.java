package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Long lists.
 */
final class JobBenchmarks {

	private static final int CONCURRENCY = 32;

	private final Plan plan;

	private final Goals goals;

	JobBenchmarks(Plan plan, Goals goals) {
		this.plan = plan;
		this.goals = goals;
	}

	List<Table> run(Jvm jvm) throws IOException {
		return List.of(bills(jvm), stream(jvm));
	}

	private Table bills(Jvm jvm) throws IOException {
		Table table = new Table("List of 500 bills, then each of them, JDK " + jvm.feature(),
				"HttpComponents, 32 calls at once by `getAll`; milliseconds, and how often the least that the server "
						+ "allows.",
				"server takes", "loop", "`getAll`, threads", "`getAll`, virtual threads");
		for (int delay : this.plan.delays()) {
			List<Object> row = new ArrayList<>(List.of(delay + " ms"));
			try (Server server = new Server(jvm, delay)) {
				for (JobClient.Way way : JobClient.Way.values()) {
					row.add((way == JobClient.Way.VIRTUAL_THREADS && jvm.feature() < 21) ? "–"
							: time(jvm, server, way, delay));
				}
			}
			table.row(row.toArray());
		}
		return table;
	}

	private String time(Jvm jvm, Server server, JobClient.Way way, int delay) throws IOException {
		Samples samples = new Samples();
		for (int round = 0; round < this.plan.jobs(delay); round++) {
			samples
				.add(Jvm.run(jvm.program(JobClient.class, server.url(), way.name(), Transport.HTTP_COMPONENTS.name())));
		}
		int atOnce = (way == JobClient.Way.LOOP) ? 1 : CONCURRENCY;
		double least = (double) (Answers.BILLS + atOnce - 1) / atOnce;
		double ideal = Math.floor(least) * delay + samples.median("list");
		if (delay == 20 && way != JobClient.Way.LOOP) {
			this.goals.atMost(1.15, "bill list at 20 ms, " + way.name().toLowerCase(Locale.ROOT).replace('_', ' ')
					+ ", times the least", jvm, samples.median("time") / ideal);
		}
		return samples.text("time", "%.0f")
				+ ((delay > 0) ? Samples.format(", %.2f times", samples.median("time") / ideal) : "");
	}

	private Table stream(Jvm jvm) throws IOException {
		Samples samples = new Samples();
		try (Server server = new Server(jvm, 0)) {
			for (int round = 0; round < this.plan.jobs(); round++) {
				Map<String, Double> figures = Jvm
					.run(jvm.program(StreamClient.class, server.url(), Transport.HTTP_COMPONENTS.name())
						.with("-Xmx64m"));
				samples.add(figures);
			}
		}
		Table table = new Table("A list in pages by `stream`, JDK " + jvm.feature(),
				"Pages of 1 000 elements, heap of 64 MB.", "elements", "milliseconds");
		table.row(Samples.format("%.0f", samples.median("elements")), samples.text("time", "%.0f"));
		return table;
	}

}
