package io.github.ovhspring.retry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of {@code Retry-After}: whatever a server writes there, and into
 * {@code Date}, it is a time to wait.
 */
class RetryAfterFuzz {

	@FuzzTest
	void read(byte[] input) {
		check(input);
	}

	static void check(byte[] input) {
		String[] values = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, values[0]);
		if (values.length == 2) {
			headers.set(HttpHeaders.DATE, values[1]);
		}
		assertThat(RetryAfter.of(headers, Instant.EPOCH)).isNotNegative().isLessThan(Duration.ofDays(366L * 1_000_000));
	}

}
