package io.github.ovhspring.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.CallAttributes;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of errors: whatever the body is, there is an exception for its status, whose
 * message is one line of bounded length without what the call was sent with.
 */
class ErrorFuzz {

	private static final String SECRET = "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1";

	private static final int PART = 8;

	// As that of a server that shows what it was sent.
	private static final char PLACE_OF_SECRET = '*';

	@FuzzTest
	void read(byte[] input) throws IOException {
		String text = new String(input, StandardCharsets.UTF_8);
		if (hasPartOfSecret(text)) {
			// Jazzer has learnt it. A part alone cannot be told from any other text.
			return;
		}
		boolean echoes = text.indexOf(PLACE_OF_SECRET) != -1;
		byte[] body = echoes ? text.replace(String.valueOf(PLACE_OF_SECRET), SECRET).getBytes(StandardCharsets.UTF_8)
				: input;
		ApiError error = ApiError.parse(body);
		assertThat(ApiError.parse(body)).isEqualTo(error);
		assertThat(error.toString()).startsWith("ApiError[errorCode=" + error.errorCode());
		assertThat(error.details().values()).allMatch(Objects::nonNull);
		assertThat(error.missingIamActions()).doesNotHaveDuplicates().allMatch((action) -> !action.isEmpty());
		check(400, OvhApiException.BadRequest.class, body);
		check(403, OvhApiException.Forbidden.class, body);
		check(502, OvhApiException.ServerError.class, body);
	}

	private static void check(int status, Class<?> type, byte[] body) throws IOException {
		MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.GET, "/me");
		request.getHeaders().set("X-Ovh-Consumer", SECRET);
		request.getAttributes().put(CallAttributes.TEMPLATE, "/me");
		OvhApiException exception = ResponseErrors.exception(request, new MockClientHttpResponse(body, status));
		assertThat(exception.getStatusCode().value()).isEqualTo(status);
		if (exception.getClass() != OvhApiException.PreconditionFailed.class
				&& exception.getClass() != OvhApiException.Locked.class) {
			assertThat(exception).isInstanceOf(type);
		}
		String message = Objects.requireNonNull(exception.getMessage());
		assertThat(message).startsWith("GET /me: " + status).hasSizeLessThan(3000).doesNotContainPattern("\\p{Cntrl}");
		assertThat(hasPartOfSecret(message)).as(message).isFalse();
		assertThat(exception.getResponseBodyAsByteArray()).isEqualTo(body);
	}

	private static boolean hasPartOfSecret(String text) {
		return IntStream.rangeClosed(0, SECRET.length() - PART)
			.anyMatch((start) -> text.contains(SECRET.substring(start, start + PART)));
	}

}
