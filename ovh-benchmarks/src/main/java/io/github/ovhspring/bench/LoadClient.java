package io.github.ovhspring.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;

/**
 * Calls as fast as it can, by one of the {@link Caller}s, and prints what that took. Runs
 * in a JVM of its own.
 */
final class LoadClient {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private final Callable<?> call;

	private final int threads;

	private LoadClient(Callable<?> call, int threads) {
		this.call = call;
		this.threads = threads;
	}

	/**
	 * Run.
	 * @param arguments address of the API, caller, transport, number of threads,
	 * milliseconds to warm up and to measure
	 */
	public static void main(String[] arguments) throws Exception {
		Logs.asInAnApplication();
		Callable<?> call = Caller.valueOf(arguments[1]).call(arguments[0], Transport.valueOf(arguments[2]));
		long start = System.nanoTime();
		call.call();
		System.out.println("first=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1000.0);
		LoadClient client = new LoadClient(call, Integer.parseInt(arguments[3]));
		client.run(Long.parseLong(arguments[4]));
		client.measure(Long.parseLong(arguments[5]));
		System.exit(0);
	}

	private void measure(long milliseconds) throws Exception {
		long cpu = SYSTEM.getProcessCpuTime();
		long start = System.nanoTime();
		double calls = run(milliseconds);
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.println("cpu=" + (SYSTEM.getProcessCpuTime() - cpu) / 1000 / calls);
		System.out.println("rate=" + calls / seconds);
		System.out.println("memory=" + peakMemory() / 1024);
	}

	private long run(long milliseconds) throws Exception {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
		ExecutorService executor = Executors.newFixedThreadPool(this.threads);
		List<Future<Long>> work = new ArrayList<>();
		for (int i = 0; i < this.threads; i++) {
			work.add(executor.submit(() -> callUntil(end)));
		}
		long calls = 0;
		for (Future<Long> each : work) {
			calls += each.get();
		}
		executor.shutdown();
		return calls;
	}

	private long callUntil(long end) throws Exception {
		long calls = 0;
		for (; System.nanoTime() < end; calls++) {
			this.call.call();
		}
		return calls;
	}

	private static double peakMemory() throws IOException {
		Path status = Path.of("/proc/self/status");
		return !Files.exists(status) ? Double.NaN
				: Files.readAllLines(status)
					.stream()
					.filter((line) -> line.startsWith("VmHWM"))
					.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")))
					.sum();
	}

}
