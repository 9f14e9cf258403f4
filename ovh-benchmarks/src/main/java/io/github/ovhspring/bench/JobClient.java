package io.github.ovhspring.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.ovhspring.client.OvhClient;

/**
 * Reads the bills of an account, and prints how long that took. Runs in a JVM of its own.
 */
final class JobClient {

	private static final int WARM_UP = 5;

	private JobClient() {
	}

	/**
	 * Run.
	 * @param arguments address of the API, way to read, transport
	 */
	public static void main(String[] arguments) {
		Logs.asInAnApplication();
		Way way = Way.valueOf(arguments[1]);
		OvhClient client = Caller.client(arguments[0], Transport.valueOf(arguments[2]))
			.mutate()
			.virtualThreads(way == Way.VIRTUAL_THREADS)
			.build();
		List<String> ids = client.get("/me/bill").asList(String.class);
		for (int i = 0; i < WARM_UP; i++) {
			way.read(client, ids.subList(0, (way == Way.LOOP) ? 20 : ids.size()));
		}
		long start = System.nanoTime();
		client.get("/me/bill").asList(String.class);
		long list = System.nanoTime() - start;
		way.read(client, ids);
		System.out.println("list=" + list / 1e6);
		System.out.println("time=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1e3);
		System.exit(0);
	}

	record Bill(String billId, String date) {
	}

	/**
	 * Ways to read them.
	 */
	enum Way {

		LOOP, THREADS, VIRTUAL_THREADS;

		List<Bill> read(OvhClient client, List<String> ids) {
			if (this != LOOP) {
				return client.getAll("/me/bill/{id}", ids, Bill.class);
			}
			List<Bill> bills = new ArrayList<>();
			for (String id : ids) {
				bills.add(client.get("/me/bill/{id}", id).as(Bill.class));
			}
			return bills;
		}

	}

}
