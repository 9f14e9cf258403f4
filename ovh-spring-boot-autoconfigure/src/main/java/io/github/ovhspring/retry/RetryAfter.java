package io.github.ovhspring.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads {@code Retry-After}, see RFC 9110, 10.2.3.
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("\\d+");

	// More digits than that are as good as never.
	private static final int MAX_DIGITS = 9;

	private RetryAfter() {
	}

	/**
	 * Return how long a server asks to wait.
	 * @param headers the headers of its answer
	 * @param now the time of this machine, for an answer that does not tell the server's
	 * @return the time, or nothing if the server does not say, or not so that it can be
	 * understood
	 */
	static Duration of(HttpHeaders headers, Instant now) {
		String value = String.valueOf(headers.getFirst(HttpHeaders.RETRY_AFTER)).trim();
		if (SECONDS.matcher(value).matches()) {
			return Duration.ofSeconds(Long.parseLong((value.length() <= MAX_DIGITS) ? value : "9".repeat(MAX_DIGITS)));
		}
		Instant date = date(headers, HttpHeaders.RETRY_AFTER);
		if (date == null) {
			return Duration.ZERO;
		}
		Instant serverTime = date(headers, HttpHeaders.DATE);
		Duration wait = Duration.between((serverTime != null) ? serverTime : now, date);
		return wait.isNegative() ? Duration.ZERO : wait;
	}

	private static @Nullable Instant date(HttpHeaders headers, String name) {
		try {
			ZonedDateTime date = headers.getFirstZonedDateTime(name);
			return (date != null) ? date.toInstant() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
