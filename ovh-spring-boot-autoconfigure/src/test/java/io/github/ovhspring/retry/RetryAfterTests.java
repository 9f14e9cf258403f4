package io.github.ovhspring.retry;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	private final HttpHeaders headers = new HttpHeaders();

	private Duration wait(String value) {
		this.headers.set(HttpHeaders.RETRY_AFTER, value);
		return RetryAfter.of(this.headers, NOW);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "7, 7", "' 7 ', 7", "0120, 120", "999999999, 999999999", "99999999999999999999, 999999999" })
	void shouldReadSeconds(String value, long seconds) {
		assertThat(wait(value)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wed, 25 Nov 2026 12:00:07 GMT", "Wednesday, 25-Nov-26 12:00:07 GMT",
			"Wed Nov 25 12:00:07 2026" })
	void shouldReadDates(String value) {
		assertThat(wait(value)).isEqualTo(Duration.ofSeconds(7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wed, 25 Nov 2026 11:59:07 GMT", "Thu, 01 Jan 1970 00:00:00 GMT" })
	void whenDateIsPastThenDoesNotWait(String value) {
		assertThat(wait(value)).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Wed, 25 Nov 2026 13:00:00 GMT|7", "Wed, 25 Nov 2026 13:00:10 GMT|0", "yesterday|3607" })
	void shouldGoByTheClockOfTheServer(String date, long seconds) {
		this.headers.set(HttpHeaders.DATE, date);
		assertThat(wait("Wed, 25 Nov 2026 13:00:07 GMT")).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "soon", "-7", "+7", "7.5", "7s", "0x7", "1e3", "٧", "null", "Wed, 25 Nov",
			"Wed, 99 Nov 2026 12:00:07 GMT", "2026-11-25T12:00:07Z", "7, 8" })
	void shouldIgnoreNonsense(String value) {
		assertThat(wait(value)).isZero();
	}

}
