package io.github.ovhspring.http;

import java.util.Objects;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of the reader of errors: whatever a body is, it is an error with parts, or
 * one without.
 */
class ApiErrorFuzz {

	@FuzzTest
	void read(byte[] body) {
		check(body);
	}

	static void check(byte[] body) {
		ApiError error = ApiError.parse(body);
		assertThat(error.toString()).startsWith("ApiError[");
		assertThat(error.isClockSkew()).isEqualTo("QUERY_TIME_OUT".equals(error.code()));
		assertThat(error.details().values()).allMatch(Objects::nonNull);
		assertThat(error.missingIamActions()).doesNotHaveDuplicates().allMatch((action) -> !action.isEmpty());
		assertThat(ApiError.parse(body)).isEqualTo(error);
	}

}
