package io.github.ovhspring.endurance;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhRequest;
import io.github.ovhspring.server.SigningApi;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.web.client.ResourceAccessException;

/**
 * Calls for many customers and a service account by one HTTP client, in rounds, and
 * prints what came of it. Runs in a JVM of its own.
 */
final class Endurance {

	static final int ROUNDS = 4;

	private static final int CONNECTIONS = 64;

	private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger number = new AtomicInteger(1);

	private final OvhClient service;

	private final List<OvhClient> customers;

	private Endurance(URI url) {
		OvhClient.Builder builder = OvhClient.builder()
			.endpoint(url.toString())
			.concurrency(CONNECTIONS)
			.requestFactoryBuilder(ClientHttpRequestFactoryBuilder.httpComponents());
		OvhClient application = builder
			.credentials(OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY, SigningApi.APPLICATION_SECRET))
			.build();
		this.customers = IntStream.range(0, 100).mapToObj((i) -> application.withConsumerKey(name(i))).toList();
		this.service = builder.credentials(OvhCredentials.serviceAccount("id", "secret"))
			.tokenUri(url.resolve(RestlessApi.TOKEN_PATH))
			.build();
	}

	/**
	 * Run.
	 * @param arguments address of the API, number of calls, kind and number of threads
	 */
	public static void main(String[] arguments) throws Exception {
		Endurance endurance = new Endurance(URI.create(arguments[0]));
		int calls = Integer.parseInt(arguments[1]);
		int threads = Integer.parseInt(arguments[3]);
		List<Long> heap = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			endurance.round(executor(arguments[2], threads), threads, calls / ROUNDS / threads);
			System.gc();
			heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10);
		}
		System.out.println("failures " + endurance.failures);
		System.out.println("outcomes " + endurance.outcomes + " heap " + heap);
	}

	private static ExecutorService executor(String kind, int threads) throws ReflectiveOperationException {
		// This project is compiled for Java 17.
		return kind.equals("virtual")
				? (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
				: Executors.newFixedThreadPool(threads);
	}

	private void round(ExecutorService executor, int threads, int calls) throws Exception {
		List<Future<?>> work = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			work.add(executor.submit(() -> IntStream.range(0, calls).forEach((j) -> call())));
		}
		for (Future<?> each : work) {
			each.get();
		}
		executor.shutdown();
	}

	private void call() {
		int call = this.number.getAndIncrement();
		this.outcomes.computeIfAbsent(outcome(call), (outcome) -> new AtomicInteger()).incrementAndGet();
	}

	private String outcome(int call) {
		boolean asService = call % 10 == 9;
		int customer = call % this.customers.size();
		OvhClient client = asService ? this.service : this.customers.get(customer);
		OvhRequest request = (call % 10 == 8) ? client.post("/me/bill").body(Map.of("call", call))
				: client.get("/me/bill/{id}", call).query("name", "é b+c");
		long begin = System.currentTimeMillis();
		try {
			Echo echo = request.as(Echo.class);
			return echo.equals(new Echo(asService ? "service" : name(customer), call)) ? "right" : "mixed up";
		}
		catch (OvhApiException | ResourceAccessException ex) {
			this.failures.add(begin + "-" + System.currentTimeMillis());
			return ex.getClass().getSimpleName();
		}
	}

	private static String name(int customer) {
		return "customer" + customer;
	}

	record Echo(String customer, int call) {
	}

}
