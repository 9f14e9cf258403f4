package io.github.ovhspring.client;

import java.util.concurrent.Semaphore;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;

/**
 * Threads for calls that are in flight at once. A thread ends when there is nothing left
 * for it to do: none idles, and there is nothing to shut down.
 */
final class CallThreads {

	private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("ovh-");

	private final Semaphore permits;

	private final TaskDecorator decorator;

	CallThreads(int concurrency, boolean virtual, TaskDecorator decorator) {
		this.executor.setDaemon(true);
		this.executor.setVirtualThreads(virtual);
		this.permits = new Semaphore(concurrency);
		this.decorator = decorator;
	}

	/**
	 * Start a thread, unless there are as many as may be.
	 * @param work what the thread does, decorated
	 * @param end what it does when another thread may take its place
	 * @return whether there is such a thread
	 */
	boolean start(Runnable work, Runnable end) {
		if (!this.permits.tryAcquire()) {
			return false;
		}
		boolean started = false;
		try {
			Runnable decorated = this.decorator.decorate(work);
			this.executor.execute(() -> run(decorated, end));
			started = true;
		}
		finally {
			if (!started) {
				this.permits.release();
			}
		}
		return true;
	}

	private void run(Runnable work, Runnable end) {
		try {
			work.run();
		}
		finally {
			this.permits.release();
			end.run();
		}
	}

}
