package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	/**
	 * A way to call by an HTTP client.
	 *
	 * @param caller the way
	 * @param transport the HTTP client
	 */
	private record Subject(Caller caller, Transport transport) {

		@Override
		public String toString() {
			return switch (this.caller) {
				case HTTP_CLIENT -> "JDK's `HttpClient` and Jackson, unsigned";
				case REST_CLIENT -> "`RestClient`, unsigned, " + this.transport;
				case INTERCEPTOR -> "`RestClient`, least signing interceptor, " + this.transport;
				case OVH_CLIENT -> "**`OvhClient`, " + this.transport + "**";
				case INTERFACE -> "**`@HttpExchange` on it, " + this.transport + "**";
			};
		}

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
		Map<Subject, Samples> one = new LinkedHashMap<>();
		Map<Subject, Samples> many = new LinkedHashMap<>();
		Map<Subject, Samples> bytes = new LinkedHashMap<>();
		double cpu;
		try (Server server = new Server(jvm, 0)) {
			long start = System.nanoTime();
			for (int round = 0; round < this.plan.rounds(); round++) {
				for (Subject subject : subjects()) {
					samples(one, subject).add(Jvm.run(load(jvm, server, subject, 1)));
					samples(many, subject).add(Jvm.run(load(jvm, server, subject, THREADS)));
				}
			}
			cpu = (double) server.cpu().toNanos() / (System.nanoTime() - start);
			for (Subject subject : subjects()) {
				samples(bytes, subject)
					.add(Jvm.run(jvm
						.program(AllocationClient.class, server.url(), subject.caller().name(),
								subject.transport().name(), this.plan.calls() * 4, this.plan.calls())
						.withoutGarbageCollection()));
			}
		}
		goals(jvm, one, many, bytes);
		return table(jvm, cpu, one, many, bytes);
	}

	private static Samples samples(Map<Subject, Samples> all, Subject subject) {
		return all.computeIfAbsent(subject, (key) -> new Samples());
	}

	private Jvm.Program load(Jvm jvm, Server server, Subject subject, int threads) {
		return jvm.program(LoadClient.class, server.url(), subject.caller().name(), subject.transport().name(), threads,
				this.plan.warmUp(), this.plan.measured());
	}

	private void goals(Jvm jvm, Map<Subject, Samples> one, Map<Subject, Samples> many, Map<Subject, Samples> bytes) {
		Subject ours = new Subject(Caller.OVH_CLIENT, Transport.HTTP_COMPONENTS);
		for (Caller other : List.of(Caller.REST_CLIENT, Caller.INTERCEPTOR)) {
			Subject theirs = new Subject(other, Transport.HTTP_COMPONENTS);
			this.goals.atMost(1.05, "processor time of a call, times that of " + theirs, jvm,
					samples(one, ours).median("cpu") / samples(one, theirs).median("cpu"));
			this.goals.atMost(1.1, "bytes allocated by a call, times those of " + theirs, jvm,
					samples(bytes, ours).median("allocated") / samples(bytes, theirs).median("allocated"));
		}
		Subject plain = new Subject(Caller.HTTP_CLIENT, Transport.JDK);
		this.goals.atMost(1, "time of a call, times that of " + plain, jvm,
				samples(one, plain).median("rate") / samples(one, ours).median("rate"));
		this.goals.atMost(1, "time of a call of 32 threads, times that of " + plain, jvm,
				samples(many, plain).median("rate") / samples(many, ours).median("rate"));
	}

	private Table table(Jvm jvm, double cpu, Map<Subject, Samples> one, Map<Subject, Samples> many,
			Map<Subject, Samples> bytes) {
		Table table = new Table("Calls of `GET /me`, JDK " + jvm.feature(), "Median of " + this.plan.rounds()
				+ ", in brackets the least and the most; µs are of processor time, of "
				+ "all threads of the client. The server took " + Samples.format("%.2f", cpu) + " of a processor.", "",
				"µs", "calls/s", "µs, 32 threads", "calls/s, 32 threads", "bytes", "peak memory", "first call");
		for (Subject subject : subjects()) {
			Samples single = samples(one, subject);
			Samples several = samples(many, subject);
			table.row(subject, single.text("cpu", "%.0f"), Samples.format("%.0f", single.median("rate")),
					several.text("cpu", "%.0f"), Samples.format("%.0f", several.median("rate")),
					Samples.format("%.0f", samples(bytes, subject).median("allocated")),
					Samples.format("%.0f MB", several.median("memory")),
					Samples.format("%.0f ms", single.median("first")));
		}
		return table;
	}

}
