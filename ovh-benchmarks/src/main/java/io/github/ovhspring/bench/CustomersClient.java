package io.github.ovhspring.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import io.github.ovhspring.client.OvhClient;

/**
 * Makes clients for many customers and prints what each takes in memory. Runs in a JVM of
 * its own, that collects no garbage.
 */
final class CustomersClient {

	private static final int CUSTOMERS = 10_000;

	private CustomersClient() {
	}

	/**
	 * Run.
	 * @param arguments address of the API
	 */
	public static void main(String[] arguments) {
		Logs.asInAnApplication();
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		OvhClient client = Caller.client(arguments[0], Transport.HTTP_COMPONENTS);
		List<String> keys = new ArrayList<>();
		for (int i = 0; i < CUSTOMERS; i++) {
			keys.add("c".repeat(24) + (10_000_000 + i));
		}
		client.withConsumerKey(keys.get(0)).get("/me").send();
		System.out.println("threads=" + (ManagementFactory.getThreadMXBean().getThreadCount() - threads));
		List<OvhClient> clients = new ArrayList<>(CUSTOMERS);
		long before = used();
		for (String key : keys) {
			clients.add(client.withConsumerKey(key));
		}
		System.out.println("customer=" + (double) (used() - before) / clients.size());
	}

	private static long used() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
