package io.github.ovhspring.bench;

import io.github.ovhspring.client.OvhClient;

/**
 * Reads a long list page by page, and prints how long that took and how many elements
 * came. Runs in a JVM of its own, whose heap is small.
 */
final class StreamClient {

	private StreamClient() {
	}

	/**
	 * Run.
	 * @param arguments address of the API, transport
	 */
	public static void main(String[] arguments) {
		Logs.asInAnApplication();
		OvhClient client = Caller.client(arguments[0], Transport.valueOf(arguments[1]));
		long start = System.nanoTime();
		long elements = client.get("/v2/iam/resource").stream(Element.class).count();
		System.out.println("elements=" + elements);
		System.out.println("time=" + (System.nanoTime() - start) / 1e6);
		System.exit(0);
	}

	record Element(long id, String name) {
	}

}
