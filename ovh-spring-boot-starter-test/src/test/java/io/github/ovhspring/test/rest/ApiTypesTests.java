package io.github.ovhspring.test.rest;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApiTypes}.
 */
class ApiTypesTests {

	@ParameterizedTest
	@CsvSource({ "2026-01-31T23:30:00.999Z, 2026-02-01T00:30:00+01:00",
			"2026-07-01T10:00:05Z, 2026-07-01T12:00:05+02:00" })
	void shouldWriteTimesOfParisInWholeSeconds(String time, String text) {
		assertThat(ApiTypes.text(Instant.parse(time))).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "2026-07-01, 2026-07-01T00:00:00Z", "2026-07-01T00:00:00+02:00, 2026-06-30T22:00:00Z",
			"2026-07-01T10:00:05Z, 2026-07-01T10:00:05Z" })
	void shouldReadDatesAndTimes(String text, String time) {
		assertThat(ApiTypes.instant(text)).contains(Instant.parse(time));
	}

	@ParameterizedTest
	@CsvSource({ "2026-13-01", "2026-07-01T10:00:05", "now", "''" })
	void whenTextIsNoTimeThenReadsNothing(String text) {
		assertThat(ApiTypes.instant(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "-1, -1", "999999999999999999, 999999999999999999" })
	void shouldReadWholeNumbers(String text, long number) {
		assertThat(ApiTypes.integer(text)).contains(number);
	}

	@ParameterizedTest
	@CsvSource({ "1.0", "1e3", "+1", "9999999999999999999", "''", "' 1'" })
	void whenTextIsNoWholeNumberThenReadsNothing(String text) {
		assertThat(ApiTypes.integer(text)).isEmpty();
	}

}
