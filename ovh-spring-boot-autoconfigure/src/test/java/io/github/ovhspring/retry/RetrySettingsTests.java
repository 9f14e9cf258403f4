package io.github.ovhspring.retry;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RetrySettings}.
 */
class RetrySettingsTests {

	@Test
	void shouldDoubleTheDelayUpToTheLongest() {
		assertThat(IntStream.rangeClosed(1, 8).mapToObj(RetrySettings.DEFAULT::longestDelay).map(Duration::toMillis))
			.containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
		assertThat(RetrySettings.DEFAULT.longestDelay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void whenThereIsNoDelayThenDoesNotWait() {
		assertThat(RetrySettings.DEFAULT.withDelays(Duration.ZERO, Duration.ZERO).longestDelay(5)).isZero();
	}

	@Test
	void shouldRefuseWhatMakesNoSense() {
		assertThatIllegalArgumentException().isThrownBy(() -> RetrySettings.DEFAULT.withMaxAttempts(0))
			.withMessage("Number of attempts 0 must be at least 1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RetrySettings.DEFAULT.withDelays(Duration.ofMillis(-1), Duration.ZERO))
			.withMessage("Initial delay PT-0.001S must not be negative");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RetrySettings.DEFAULT.withDelays(Duration.ofSeconds(2), Duration.ofSeconds(1)))
			.withMessage("Longest delay PT1S must not be shorter than the initial one, PT2S");
	}

}
