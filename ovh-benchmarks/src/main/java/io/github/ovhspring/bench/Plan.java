package io.github.ovhspring.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how often each way to call is measured, the ways in turn
 * @param warmUp milliseconds of calls that are not measured
 * @param measured milliseconds of calls of a round
 * @param transports the HTTP clients
 * @param calls calls whose allocation is measured, after four times as many
 * @param starts how often the application is started
 * @param jobs how often a first call is made, or a list read, by a JVM of its own
 * @param jmh arguments of JMH
 * @param delays milliseconds of the server that lists are read from
 */
record Plan(int rounds, int warmUp, int measured, List<Transport> transports, int calls, int starts, int jobs,
		String jmh, List<Integer> delays) {

	static final Plan WHOLE = new Plan(7, 8000, 1000, List.of(Transport.values()), 10_000, 16, 3,
			"-f 1 -wi 8 -w 1s -i 5 -r 1s", List.of(0, 20, 100));

	static final Plan SHORT = new Plan(1, 200, 200, List.of(Transport.HTTP_COMPONENTS, Transport.JDK), 200, 1, 1,
			"-f 1 -wi 1 -w 50ms -i 1 -r 50ms", List.of(0));

	/**
	 * Return how often a list is read: the longer, the less its figures vary.
	 */
	int jobs(int delay) {
		return (delay < 100) ? this.jobs : 1;
	}

}
