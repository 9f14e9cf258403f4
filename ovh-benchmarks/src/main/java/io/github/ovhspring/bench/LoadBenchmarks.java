package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calls over loopback, by every way to call and every HTTP client.
 */
final class LoadBenchmarks {

	private static final int THREADS = 32;

	private final Plan plan;

	private final Goals goals;

	LoadBenchmarks(Plan plan, Goals goals) {
		this.plan = plan;
		this.goals = goals;
	}

	private List<Subject> subjects() {
		List<Subject> subjects = new ArrayList<>();
		subjects.add(new Subject(Caller.HTTP_CLIENT, Transport.JDK));
		for (Transport transport : this.plan.transports()) {
			subjects.add(new Subject(Caller.REST_CLIENT, transport));
			subjects.add(new Subject(Caller.OVH_CLIENT, transport));
		}
		subjects.add(2, new Subject(Caller.INTERCEPTOR, Transport.HTTP_COMPONENTS));
		subjects.add(4, new Subject(Caller.INTERFACE, Transport.HTTP_COMPONENTS));
		return subjects;
	}

	Table run(Jvm jvm) throws IOException {
		try (Server server = new Server(jvm, 0)) {
			Map<Subject, Samples> fresh = fresh(jvm, server);
			try (Turns<Subject> turns = new Turns<>(this.plan)) {
				for (Subject subject : subjects()) {
					turns.add(subject, subject.program(jvm, LoadClient.class, server));
				}
				long cpu = server.cpu().toNanos();
				long start = System.nanoTime();
				Map<Subject, Samples> one = turns.measure(1);
				Map<Subject, Samples> many = turns.measure(THREADS);
				double share = (double) (server.cpu().toNanos() - cpu) / (System.nanoTime() - start);
				goals(jvm, one, many, fresh);
				return table(jvm, share, one, many, fresh);
			}
		}
	}

	/**
	 * Return the time of the first call, and the bytes of many, each of JVMs that do
	 * nothing else.
	 */
	private Map<Subject, Samples> fresh(Jvm jvm, Server server) throws IOException {
		Map<Subject, Samples> fresh = new LinkedHashMap<>();
		for (int start = 0; start < this.plan.jobs(); start++) {
			for (Subject subject : subjects()) {
				Samples samples = fresh.computeIfAbsent(subject, (key) -> new Samples());
				try (Running client = new Running(subject.program(jvm, LoadClient.class, server))) {
					samples.add(client.answer());
				}
			}
		}
		for (Subject subject : subjects()) {
			samples(fresh, subject).add(Jvm
				.run(subject.program(jvm, AllocationClient.class, server, this.plan.calls() * 4, this.plan.calls())
					.withoutGarbageCollection()));
		}
		return fresh;
	}

	private static Samples samples(Map<Subject, Samples> all, Subject subject) {
		return Objects.requireNonNull(all.get(subject));
	}

	private void goals(Jvm jvm, Map<Subject, Samples> one, Map<Subject, Samples> many, Map<Subject, Samples> fresh) {
		Subject ours = new Subject(Caller.OVH_CLIENT, Transport.HTTP_COMPONENTS);
		for (Caller other : List.of(Caller.REST_CLIENT, Caller.INTERCEPTOR)) {
			Subject theirs = new Subject(other, Transport.HTTP_COMPONENTS);
			this.goals.atMost(1.05, "processor time of a call, times that of " + theirs, jvm,
					samples(one, ours).ratio("cpu", samples(one, theirs)));
			this.goals.atMost(1.1, "bytes allocated by a call, times those of " + theirs, jvm,
					samples(fresh, ours).median("allocated") / samples(fresh, theirs).median("allocated"));
		}
		Subject plain = new Subject(Caller.HTTP_CLIENT, Transport.JDK);
		this.goals.atMost(1, "time of a call, times that of " + plain, jvm,
				samples(one, plain).ratio("rate", samples(one, ours)));
		this.goals.atMost(1, "time of a call of 32 threads, times that of " + plain, jvm,
				samples(many, plain).ratio("rate", samples(many, ours)));
	}

	private Table table(Jvm jvm, double cpu, Map<Subject, Samples> one, Map<Subject, Samples> many,
			Map<Subject, Samples> fresh) {
		Table table = new Table("Calls of `GET /me`, JDK " + jvm.feature(), "Median of " + this.plan.rounds()
				+ " turns, in brackets the least and the most; µs are of processor time, of "
				+ "all threads of the client. The server took " + Samples.format("%.2f", cpu) + " of a processor.", "",
				"µs", "calls/s", "µs, 32 threads", "calls/s, 32 threads", "bytes", "peak memory", "first call");
		for (Subject subject : subjects()) {
			Samples single = samples(one, subject);
			Samples several = samples(many, subject);
			table.row(subject, single.text("cpu", "%.0f"), Samples.format("%.0f", single.median("rate")),
					several.text("cpu", "%.0f"), Samples.format("%.0f", several.median("rate")),
					Samples.format("%.0f", samples(fresh, subject).median("allocated")),
					Samples.format("%.0f MB", several.median("memory")),
					Samples.format("%.0f ms", samples(fresh, subject).median("first")));
		}
		return table;
	}

}
