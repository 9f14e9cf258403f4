package io.github.ovhspring.auth;

import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.web.client.ResourceAccessException;

/**
 * Value that is asked for over the network by one thread for all. Whoever comes meanwhile
 * waits for that one answer and shares its failure, which is not kept. No lock is held
 * while the network is waited for, so that virtual threads are not pinned.
 *
 * @param <T> the type of the value
 */
final class SingleFlight<T> {

	private final AtomicReference<@Nullable CompletableFuture<T>> current = new AtomicReference<>();

	private final String name;

	/**
	 * Create a value that is not known yet.
	 * @param name what the value is, for messages
	 */
	SingleFlight(String name) {
		this.name = name;
	}

	/**
	 * Return the value, after asking for it where it is not known or not valid any more.
	 */
	T get(Predicate<T> valid, Supplier<T> source) {
		CompletableFuture<T> mine = new CompletableFuture<>();
		CompletableFuture<T> result = Objects.requireNonNull(this.current
			.updateAndGet((known) -> (known != null && (!known.isDone() || valid.test(known.join()))) ? known : mine));
		if (result == mine) {
			ask(mine, source);
		}
		return await(result);
	}

	private void ask(CompletableFuture<T> result, Supplier<T> source) {
		try {
			result.complete(source.get());
		}
		catch (Throwable ex) {
			this.current.set(null);
			result.completeExceptionally(ex);
		}
	}

	private T await(CompletableFuture<T> result) {
		try {
			return result.get();
		}
		catch (ExecutionException ex) {
			throw unchecked(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ResourceAccessException("Interrupted while waiting for " + this.name,
					new InterruptedIOException());
		}
	}

	private static RuntimeException unchecked(@Nullable Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		return (RuntimeException) Objects.requireNonNull(failure);
	}

	/**
	 * Put a newer value in the place of a known one, unless that has been replaced
	 * already.
	 */
	void replace(T value, @Nullable T newer) {
		CompletableFuture<T> replacement = (newer != null) ? CompletableFuture.completedFuture(newer) : null;
		this.current.updateAndGet((known) -> (known != null && known.getNow(null) == value) ? replacement : known);
	}

}
