package io.github.ovhspring.client;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What became of one call of {@link OvhClient#getAllSettled}: either a value or a
 * failure.
 *
 * @param <T> the type of the value
 * @param id the id that the call was for, as it was given
 * @param value the answer, or {@code null} if the call failed
 * @param failure why the call failed, or {@code null} if it did not
 */
public record OvhResult<T>(Object id, @Nullable T value, @Nullable RuntimeException failure) {

	/**
	 * Create a result.
	 * @param id the id that the call was for
	 * @param value the answer, or {@code null} if the call failed
	 * @param failure why the call failed, or {@code null} if it did not
	 * @throws IllegalArgumentException if there are both, or neither
	 */
	public OvhResult {
		Assert.isTrue((value == null) != (failure == null),
				() -> "The result for id '" + id + "' must have either a value or a failure");
	}

	/**
	 * Return whether there is a value.
	 * @return {@code true} if the call succeeded
	 */
	public boolean isSuccess() {
		return this.failure == null;
	}

	/**
	 * Return the value, or throw the failure.
	 * @return the value
	 */
	public T orElseThrow() {
		if (this.failure != null) {
			throw this.failure;
		}
		return Objects.requireNonNull(this.value);
	}

}
