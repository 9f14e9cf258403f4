package io.github.ovhspring.client;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.springframework.util.Assert;
import org.springframework.web.client.ResourceAccessException;

/**
 * Calls in flight at once on the threads of helpers, for a caller that waits for all of
 * them.
 * <p>
 * The caller sends a call itself where it has no helper and gets none. So it never waits
 * for threads that are busy for others, who may themselves be waiting for it. And while
 * it has helpers, its own thread is free to throw the first failure at once, or to be
 * interrupted: not every HTTP client lets go of a call then.
 *
 * @param <R> the type of the results
 */
final class FanOut<R> {

	private final CallThreads threads;

	private final Map<Object, FutureTask<R>> calls = new LinkedHashMap<>();

	private final List<FutureTask<R>> queue;

	private final AtomicInteger started = new AtomicInteger();

	// What the helpers have to tell, for the caller to see to.
	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	private int open;

	private int helpers;

	private <K> FanOut(CallThreads threads, List<K> keys, Function<K, R> call) {
		this.threads = threads;
		keys.forEach((key) -> this.calls.computeIfAbsent(key, (k) -> new FutureTask<>(() -> send(call, key))));
		this.queue = List.copyOf(this.calls.values());
		this.open = this.queue.size();
	}

	/**
	 * Make a call for each of the keys, one for those that are equal. The first failure
	 * is thrown and ends the other calls.
	 * @param name what the calls are, for messages
	 * @return the results in the order of the keys
	 * @throws ResourceAccessException if the caller is interrupted, as by a single call
	 */
	static <K, R> List<R> run(CallThreads threads, String name, List<K> keys, Function<K, R> call) {
		FanOut<R> fanOut = new FanOut<>(threads, keys, call);
		try {
			fanOut.run();
			List<R> results = new ArrayList<>(keys.size());
			for (K key : keys) {
				results.add(Objects.requireNonNull(fanOut.calls.get(key)).get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			// What is thrown is the failure itself, whose stack trace is that of the
			// helper.
			Throwable failure = Objects.requireNonNull(ex.getCause());
			failure.addSuppressed(new Exception("Stack trace of who waits for " + name));
			if (failure instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) failure;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ResourceAccessException("Interrupted while waiting for the answers to " + name,
					new InterruptedIOException());
		}
		finally {
			fanOut.stop();
			fanOut.queue.forEach((each) -> each.cancel(true));
		}
	}

	private void run() throws InterruptedException, ExecutionException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		while (this.open > 0 || this.helpers > 0) {
			while (this.helpers < this.open && this.threads.start(this::help, this::end)) {
				this.helpers++;
			}
			if (this.helpers == 0) {
				sendNext();
			}
			this.events.take().happen();
		}
	}

	private void help() {
		boolean sent;
		do {
			sent = sendNext();
		}
		while (sent);
	}

	private boolean sendNext() {
		int next = this.started.getAndIncrement();
		if (next >= this.queue.size()) {
			return false;
		}
		FutureTask<R> call = this.queue.get(next);
		call.run();
		this.events.add(() -> {
			this.open--;
			call.get();
		});
		return true;
	}

	private <K> R send(Function<K, R> call, K key) {
		try {
			return call.apply(key);
		}
		catch (Throwable ex) {
			stop();
			throw ex;
		}
	}

	private void stop() {
		this.started.set(this.queue.size());
	}

	private void end() {
		boolean early = this.started.get() < this.queue.size();
		this.events.add(() -> {
			this.helpers--;
			Assert.state(!early, "Calls were not sent: a task decorator has to run the task that it decorates");
		});
	}

	/**
	 * Something that happened on the thread of a helper.
	 */
	private interface Event {

		void happen() throws InterruptedException, ExecutionException;

	}

}
