package io.github.ovhspring.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how often each way to call is measured, the ways in turn
 * @param warmUp milliseconds of calls that are not measured
 * @param measured milliseconds of calls that are
 * @param transports the HTTP clients
 * @param calls calls whose allocation is measured, after four times as many
 * @param starts how often the application is started
 * @param jmh arguments of JMH
 * @param delays milliseconds of the server that lists are read from
 */
record Plan(int rounds, int warmUp, int measured, List<Transport> transports, int calls, int starts, String jmh,
		List<Integer> delays) {

	static final Plan WHOLE = new Plan(2, 8000, 3000, List.of(Transport.values()), 10_000, 20,
			"-f 1 -wi 3 -w 1s -i 5 -r 1s", List.of(0, 20, 100));

	static final Plan SHORT = new Plan(1, 200, 200, List.of(Transport.HTTP_COMPONENTS, Transport.JDK), 200, 1,
			"-f 1 -wi 1 -w 50ms -i 1 -r 50ms", List.of(0));

	/**
	 * Return how often what takes long is measured: the longer, the less its figures
	 * vary.
	 */
	int rounds(int delay) {
		return (delay < 100) ? this.rounds : 1;
	}

}
