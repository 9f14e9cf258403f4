package io.github.ovhspring.bench;

/**
 * How long is measured.
 *
 * @param rounds how often each way to call is measured, the ways in turn
 * @param warmUp milliseconds of calls that are not measured
 * @param measured milliseconds of calls that are
 * @param calls calls whose allocation is measured, after four times as many
 * @param starts how often the application is started
 * @param jmh arguments of JMH
 * @param delays milliseconds of the server that each list is read from
 */
record Plan(int rounds, int warmUp, int measured, int calls, int starts, String jmh, int[] delays) {

	static final Plan WHOLE = new Plan(3, 5000, 4000, 10_000, 20, "-f 2 -wi 3 -w 1s -i 5 -r 1s",
			new int[] { 0, 20, 100 });

	static final Plan SHORT = new Plan(1, 300, 300, 500, 1, "-f 1 -wi 1 -w 100ms -i 1 -r 100ms", new int[] { 0 });

}
