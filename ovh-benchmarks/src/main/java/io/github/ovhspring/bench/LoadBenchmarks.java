package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
			Results<Subject> fresh = fresh(jvm, server);
			try (Turns<Subject> turns = new Turns<>(this.plan)) {
				for (Subject subject : subjects()) {
					turns.add(subject, subject.program(jvm, LoadClient.class, server));
				}
				long cpu = server.cpu().toNanos();
				long start = System.nanoTime();
				Results<Subject> one = turns.measure(1);
				Results<Subject> many = turns.measure(THREADS);
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
	private Results<Subject> fresh(Jvm jvm, Server server) throws IOException {
		Results<Subject> fresh = new Results<>();
		for (int start = 0; start < this.plan.jobs(); start++) {
			for (Subject subject : subjects()) {
				try (Running client = new Running(subject.program(jvm, LoadClient.class, server))) {
					fresh.add(subject, client.answer());
				}
			}
		}
		for (Subject subject : subjects()) {
			fresh.add(subject,
					Jvm.run(subject
						.program(jvm, AllocationClient.class, server, this.plan.calls() * 4, this.plan.calls())
						.withoutGarbageCollection()));
		}
		return fresh;
	}

	private void goals(Jvm jvm, Results<Subject> one, Results<Subject> many, Results<Subject> fresh) {
		Subject ours = new Subject(Caller.OVH_CLIENT, Transport.HTTP_COMPONENTS);
		for (Caller other : List.of(Caller.REST_CLIENT, Caller.INTERCEPTOR)) {
			Subject theirs = new Subject(other, Transport.HTTP_COMPONENTS);
			this.goals.atMost(1.05, "processor time of a call, times that of " + theirs, jvm,
					one.of(ours).ratio("cpu", one.of(theirs)));
			this.goals.atMost(1.1, "bytes allocated by a call, times those of " + theirs, jvm,
					fresh.of(ours).median("allocated") / fresh.of(theirs).median("allocated"));
		}
		Subject plain = new Subject(Caller.HTTP_CLIENT, Transport.JDK);
		this.goals.atMost(1, "time of a call, times that of " + plain, jvm, one.of(plain).ratio("rate", one.of(ours)));
		this.goals.atMost(1, "time of a call of 32 threads, times that of " + plain, jvm,
				many.of(plain).ratio("rate", many.of(ours)));
	}

	private Table table(Jvm jvm, double cpu, Results<Subject> one, Results<Subject> many, Results<Subject> fresh) {
		Table table = new Table("Calls of `GET /me`, JDK " + jvm.feature(), "Median of " + this.plan.rounds()
				+ " turns, in brackets the least and the most; µs are of processor time, of "
				+ "all threads of the client. The server took " + Samples.format("%.2f", cpu) + " of a processor.", "",
				"µs", "calls/s", "µs, 32 threads", "calls/s, 32 threads", "bytes", "peak memory", "first call");
		for (Subject subject : subjects()) {
			Samples single = one.of(subject);
			Samples several = many.of(subject);
			table.row(subject, single.text("cpu", "%.0f"), Samples.format("%.0f", single.median("rate")),
					several.text("cpu", "%.0f"), Samples.format("%.0f", several.median("rate")),
					Samples.format("%.0f", fresh.of(subject).median("allocated")),
					Samples.format("%.0f MB", several.median("memory")),
					Samples.format("%.0f ms", fresh.of(subject).median("first")));
		}
		return table;
	}

}
