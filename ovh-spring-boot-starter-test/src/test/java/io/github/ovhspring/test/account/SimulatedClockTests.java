package io.github.ovhspring.test.account;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SimulatedClock}.
 */
class SimulatedClockTests {

	private final SimulatedClock clock = new SimulatedClock(Duration.ofHours(1));

	@Test
	void shouldBeginWithItsOffset() {
		assertThat(accepts(Duration.ofHours(1))).isTrue();
		assertThat(accepts(Duration.ZERO)).isFalse();
	}

	@Test
	void whenSteppedThenGoesByTheNewTimeAlone() {
		this.clock.advance(Duration.ofHours(1));
		assertThat(accepts(Duration.ofHours(2))).isTrue();
		assertThat(accepts(Duration.ofHours(1))).isFalse();
		this.clock.advance(Duration.ofHours(-3));
		assertThat(accepts(Duration.ofHours(-1))).isTrue();
	}

	@Test
	void whenResetThenBeginsAnewAndIsLenientToThoseWhoGoByTheTimeBefore() {
		this.clock.setOffset(Duration.ofDays(1));
		this.clock.reset();
		assertThat(this.clock.instant()).isBefore(Instant.now().plus(Duration.ofHours(2)));
		assertThat(accepts(Duration.ofHours(1))).isTrue();
		assertThat(accepts(Duration.ofDays(1))).isTrue();
		assertThat(accepts(Duration.ofDays(2))).isFalse();
	}

	@Test
	void whenSetAfterAResetThenIsNoLongerLenient() {
		this.clock.setOffset(Duration.ofDays(1));
		this.clock.reset();
		this.clock.setOffset(Duration.ofDays(2));
		assertThat(accepts(Duration.ofDays(1))).isFalse();
		assertThat(accepts(Duration.ofHours(1))).isFalse();
	}

	private boolean accepts(Duration offset) {
		return this.clock.accepts(Instant.now().plus(offset).getEpochSecond());
	}

}
