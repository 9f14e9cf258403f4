package io.github.ovhspring.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;

/**
 * Calls as fast as it can, by one of the {@link Caller}s, when it is asked to, and prints
 * what that took. Runs in a JVM of its own.
 */
final class LoadClient {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private final Callable<?> call;

	private LoadClient(Callable<?> call) {
		this.call = call;
	}

	/**
	 * Run, until its input ends. Each line of it has the number of threads, and for how
	 * many milliseconds to call.
	 * @param arguments address of the API, caller, transport
	 */
	public static void main(String[] arguments) throws Exception {
		Logs.asInAnApplication();
		Callable<?> call = Caller.valueOf(arguments[1]).call(arguments[0], Transport.valueOf(arguments[2]));
		long start = System.nanoTime();
		call.call();
		System.out.println("first=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start) / 1000.0 + "\n");
		LoadClient client = new LoadClient(call);
		Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
		while (in.hasNextInt()) {
			client.measure(in.nextInt(), in.nextInt());
		}
		System.exit(0);
	}

	private void measure(int threads, int milliseconds) throws Exception {
		long cpu = SYSTEM.getProcessCpuTime();
		long start = System.nanoTime();
		double calls = run(threads, start + TimeUnit.MILLISECONDS.toNanos(milliseconds));
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.println("cpu=" + (SYSTEM.getProcessCpuTime() - cpu) / 1000 / calls);
		System.out.println("rate=" + calls / seconds);
		System.out.println("memory=" + peakMemory() / 1024 + "\n");
	}

	private long run(int threads, long end) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		List<Future<Long>> work = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
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
