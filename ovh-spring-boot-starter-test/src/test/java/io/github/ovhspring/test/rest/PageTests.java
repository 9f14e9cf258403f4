package io.github.ovhspring.test.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhRequest;
import io.github.ovhspring.test.SimulatorTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for lists that are answered in pages.
 */
class PageTests extends SimulatorTestCase {

	PageTests() {
		this.simulator.account();
	}

	@Test
	void whenPagesAreAskedForThenListComesInThem() {
		try (Stream<String> bills = this.ovh.get("/me/bill").pageSize(10).stream(String.class)) {
			assertThat(bills).hasSize(28).doesNotHaveDuplicates().startsWith("FR54135280").endsWith("FR59760263");
		}
		this.simulator.verify(3,
				getRequestedFor(urlEqualTo("/1.0/me/bill")).withHeader("X-Pagination-Size", equalTo("10")));
	}

	@Test
	void whenLastPageIsFullThenNoneFollows() {
		try (Stream<String> bills = this.ovh.get("/me/bill").pageSize(14).stream(String.class)) {
			assertThat(bills).hasSize(28);
		}
		this.simulator.verify(2, getRequestedFor(urlEqualTo("/1.0/me/bill")));
	}

	@Test
	void whenOnlyACursorIsGivenThenPageIsOfTheSameSize() {
		String next = cursor(bills().header("X-Pagination-Size", "12").asEntity(JsonNode.class));
		ResponseEntity<JsonNode> second = bills().header("X-Pagination-Cursor", next).asEntity(JsonNode.class);
		assertThat(second.getBody()).hasSize(12);
		ResponseEntity<JsonNode> last = bills().header("X-Pagination-Cursor", cursor(second)).asEntity(JsonNode.class);
		assertThat(last.getBody()).hasSize(4);
		assertThat(last.getHeaders().getFirst("X-Pagination-Cursor-Next")).isNull();
	}

	private static String cursor(ResponseEntity<JsonNode> page) {
		HttpHeaders headers = page.getHeaders();
		return String.valueOf(headers.getFirst("X-Pagination-Cursor-Next"));
	}

	@Test
	void whenNoPagesAreAskedForThenListComesWhole() {
		ResponseEntity<JsonNode> whole = bills().asEntity(JsonNode.class);
		assertThat(whole.getBody()).hasSize(28);
		assertThat(whole.getHeaders().getFirst("X-Pagination-Cursor-Next")).isNull();
	}

	@Test
	void whenAnswerIsNoListThenIsNotCut() {
		assertThat(this.ovh.get("/me").header("X-Pagination-Size", "1").as(JsonNode.class).path("name").asString())
			.isEqualTo("Lovelace");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "many", "1000000000" })
	void whenSizeIsNoneThenIsRefused(String size) {
		assertThatExceptionOfType(OvhApiException.BadRequest.class)
			.isThrownBy(() -> bills().header("X-Pagination-Size", size).send())
			.returns("Client::BadRequest", OvhApiException::errorClass)
			.withMessageContaining("Header X-Pagination-Size");
	}

	@Test
	void whenCursorIsNoneThenIsRefused() {
		String elsewhere = cursor(
				this.ovh.get("/dedicated/server").header("X-Pagination-Size", "2").asEntity(JsonNode.class));
		String meaningless = Base64.getEncoder().encodeToString("no".getBytes(StandardCharsets.UTF_8));
		Stream.of("~", meaningless, elsewhere)
			.forEach((cursor) -> assertThatExceptionOfType(OvhApiException.BadRequest.class)
				.isThrownBy(() -> bills().header("X-Pagination-Cursor", cursor).send())
				.returns("Client::BadRequest::InvalidCursor", OvhApiException::errorClass)
				.returns("invalid cursor", OvhApiException::apiMessage));
	}

	private OvhRequest bills() {
		return this.ovh.get("/me/bill");
	}

}
