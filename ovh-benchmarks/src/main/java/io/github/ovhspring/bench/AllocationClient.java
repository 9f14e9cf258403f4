package io.github.ovhspring.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * Prints the bytes that a call allocates, on whatever thread: of a JVM that collects no
 * garbage.
 */
final class AllocationClient {

	private AllocationClient() {
	}

	/**
	 * Run.
	 * @param arguments address of the API, caller, transport, number of calls to warm up
	 * and to measure
	 */
	public static void main(String[] arguments) throws Exception {
		Logs.asInAnApplication();
		Callable<?> call = Caller.valueOf(arguments[1]).call(arguments[0], Transport.valueOf(arguments[2]));
		run(call, Integer.parseInt(arguments[3]));
		int calls = Integer.parseInt(arguments[4]);
		long before = used();
		run(call, calls);
		System.out.println("allocated=" + (double) (used() - before) / calls);
		System.exit(0);
	}

	private static long used() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static void run(Callable<?> call, int calls) throws Exception {
		for (int i = 0; i < calls; i++) {
			call.call();
		}
	}

}
