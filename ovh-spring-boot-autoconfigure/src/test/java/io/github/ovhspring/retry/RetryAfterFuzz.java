package io.github.ovhspring.retry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of {@code Retry-After}: whatever a server writes there, and into
 * {@code Date}, it is a time to wait, and the one that it writes where that is a number
 * or a date as RFC 9110 has it.
 */
class RetryAfterFuzz {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	private static final String DATE = "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";

	@FuzzTest
	void read(byte[] input) {
		String[] values = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, values[0]);
		Instant now = NOW;
		if (values.length == 2) {
			headers.set(HttpHeaders.DATE, values[1]);
			now = date(values[1]);
		}
		Duration wait = RetryAfter.of(headers, NOW);
		assertThat(wait).isGreaterThanOrEqualTo(Duration.ZERO);
		assertThat(wait.toSeconds()).isNotNegative();
		Instant date = date(values[0]);
		if (values[0].matches("[0-9]{1,9}")) {
			assertThat(wait).hasSeconds(Long.parseLong(values[0]));
		}
		else if (values[0].matches("[0-9]+")) {
			assertThat(wait).isGreaterThan(Duration.ofDays(365));
		}
		else if (date != null && now != null) {
			assertThat(wait).isEqualTo(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
		}
	}

	private static @Nullable Instant date(String text) {
		try {
			return text.matches(DATE)
					? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text)) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
