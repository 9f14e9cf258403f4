package io.github.ovhspring.test.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the mail domains of the bundled account.
 */
class MailDomainsTests extends AccountTestCase {

	private static final String REDIRECTIONS = "/email/domain/example.com/redirection";

	@Test
	void shouldListDomains() {
		assertThat(list("/email/domain")).containsExactly("example.com", "example.net", "example.org");
		assertThat(get("/email/domain/example.net").path("status").asString()).isEqualTo("ok");
	}

	@Test
	void shouldListRedirections() {
		assertThat(list(REDIRECTIONS)).containsExactly("81190201", "81190214", "81190230", "81190246");
		assertThat(list(REDIRECTIONS + "?from=sales@example.com")).containsExactly("81190214", "81190230");
		assertThat(list(REDIRECTIONS + "?to=ada@example.com")).containsExactly("81190201", "81190214");
		assertThat(list(REDIRECTIONS + "?from=sales@example.com&to=ada@example.com")).containsExactly("81190214");
		assertThat(list("/email/domain/example.org/redirection")).isEmpty();
	}

	@Test
	void whenAddedThenIsThere() {
		JsonNode task = this.ovh.post(REDIRECTIONS)
			.body(redirection("info@example.com", "ada@example.com"))
			.as(JsonNode.class);
		assertThat(task.path("action").asString()).isEqualTo("add");
		assertThat(task.path("account").asString()).isEqualTo("info@example.com");
		assertThat(task.path("domain").asString()).isEqualTo("example.com");
		List<String> ids = list(REDIRECTIONS + "?from=info@example.com");
		assertThat(ids).hasSize(1);
		assertThat(get(REDIRECTIONS + "/{id}", ids.get(0))).hasToString(
				"{\"id\":\"%s\",\"from\":\"info@example.com\",\"to\":\"ada@example.com\"}".formatted(ids.get(0)));
		assertThat(get("/email/domain/example.com/task/redirection/{id}", task.path("id").asString())).isEqualTo(task);
	}

	@Test
	void whenDeletedThenIsGone() {
		JsonNode task = this.ovh.delete(REDIRECTIONS + "/81190201").as(JsonNode.class);
		assertThat(task.path("action").asString()).isEqualTo("delete");
		assertThat(list(REDIRECTIONS)).doesNotContain("81190201");
		isRefused(this.ovh.get(REDIRECTIONS + "/81190201"), 404, "Client::NotFound",
				"The requested object (id = 81190201) does not exist");
	}

	@Test
	void whenChangedThenGoesElsewhere() {
		JsonNode task = this.ovh.post(REDIRECTIONS + "/81190201/changeRedirection")
			.body(Map.of("to", "new@example.net"))
			.as(JsonNode.class);
		assertThat(task.path("action").asString()).isEqualTo("change");
		assertThat(get(REDIRECTIONS + "/81190201").path("to").asString()).isEqualTo("new@example.net");
	}

	@Test
	void shouldKeepTasksByDomain() {
		this.ovh.post(REDIRECTIONS).body(redirection("info@example.com", "ada@example.com")).send();
		this.ovh.post("/email/domain/example.org/redirection")
			.body(redirection("info@example.org", "ada@example.com"))
			.send();
		assertThat(list("/email/domain/example.org/task/redirection")).hasSize(1);
		assertThat(list("/email/domain/example.org/task/redirection?account=info@example.com")).isEmpty();
		assertThat(list("/email/domain/example.com/task/redirection?account=info@example.com")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "from,", "from, info", "to,", "to, nobody", "localCopy,", "localCopy, perhaps" })
	void whenInputIsMalformedThenIsRefused(String name, String value) {
		Map<String, Object> body = new HashMap<>(redirection("info@example.com", "ada@example.com"));
		body.remove(name);
		if (value != null) {
			body.put(name, value);
		}
		isRefused(this.ovh.post(REDIRECTIONS).body(body), 400, "Client::BadRequest",
				"Body parameter " + name + " isn't formated correctly");
		assertThat(list(REDIRECTIONS)).hasSize(4);
	}

	@Test
	void whenThereIsOneLikeItThenIsRefused() {
		isRefused(this.ovh.post(REDIRECTIONS).body(redirection("sales@example.com", "ada@example.com")), 409,
				"Client::Conflict", "This redirection already exists");
		this.ovh.post(REDIRECTIONS).body(redirection("sales@example.com", "other@example.com")).send();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/redirection", "/redirection/81190201", "/task/redirection" })
	void whenThereIsNoSuchDomainThenIsNotFound(String path) {
		isRefused(this.ovh.get("/email/domain/example.edu" + path), 404, "Client::NotFound",
				"This service does not exist");
	}

}
