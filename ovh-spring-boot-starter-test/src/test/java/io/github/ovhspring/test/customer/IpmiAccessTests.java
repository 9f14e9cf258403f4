package io.github.ovhspring.test.customer;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for access to the consoles of the bundled account's servers.
 */
class IpmiAccessTests extends AccountTestCase {

	private static final String SERVER = "ns3200001.ip-198-51-100.net";

	private static final String ACCESS = "/dedicated/server/{name}/features/ipmi/access";

	@ParameterizedTest
	@CsvSource({ "kvmipHtml5URL, https://ipmi.example.com/ns3200001.ip-198-51-100.net/kvm.html",
			"kvmipJnlp, <?xml version=\"1.0\"?><jnlp codebase=\"https://ipmi.example.com/ns3200001.ip-198-51-100.net\"/>",
			"serialOverLanSshKey, ssh://ns3200001.ip-198-51-100.net@ipmi.example.com",
			"serialOverLanURL, https://ipmi.example.com/ns3200001.ip-198-51-100.net/sol.html" })
	void shouldBecomeReadyAfterSomeLooks(String type, String value) {
		JsonNode task = request(type, "15");
		assertThat(task.path("function").asString()).isEqualTo("requestAccessIPMI");
		assertThat(task.path("status").asString()).isEqualTo("init");
		assertThat(access(type).path("value").isNull()).isTrue();
		assertThat(access(type).path("expiration").isNull()).isTrue();
		assertThat(access(type).path("value").asString()).isEqualTo(value);
		assertThat(OffsetDateTime.parse(access(type).path("expiration").asString()))
			.isBetween(OffsetDateTime.now().plusMinutes(14), OffsetDateTime.now().plusMinutes(16));
	}

	@Test
	void whenTaskIsLookedAtThenAccessBecomesReadyToo() {
		long id = request("kvmipHtml5URL", "1").path("taskId").asLong();
		for (int i = 0; i < 3; i++) {
			get("/dedicated/server/{name}/task/{id}", SERVER, id);
		}
		assertThat(access("kvmipHtml5URL").path("value").isString()).isTrue();
	}

	@Test
	void whenTimeIsOverThenAccessIsGone() {
		request("kvmipHtml5URL", "1");
		for (int i = 0; i < 3; i++) {
			access("kvmipHtml5URL");
		}
		this.simulator.setClockOffset(Duration.ofMinutes(2));
		assertThat(access("kvmipHtml5URL").path("value").isNull()).isTrue();
	}

	@Test
	void shouldTellWhatConsolesThereAre() {
		assertThat(get("/dedicated/server/{name}/features/ipmi", SERVER)).hasToString(
				"{\"activated\":true,\"supportedFeatures\":{\"kvmipHtml5URL\":true,\"kvmipJnlp\":true,\"serialOverLanSshKey\":true,\"serialOverLanURL\":true}}");
	}

	@Test
	void whenNoAccessWasAskedForThenIsNotFound() {
		request("kvmipJnlp", "1");
		isRefused(this.ovh.get(ACCESS + "?type=kvmipHtml5URL", SERVER), 404, "Client::NotFound",
				"The requested object (type = kvmipHtml5URL) does not exist");
	}

	@Test
	void whenInputIsMalformedThenIsRefused() {
		isRefused(this.ovh.get(ACCESS, SERVER), 400, "Client::BadRequest",
				"Query parameter type isn't formated correctly");
		isRefused(this.ovh.get(ACCESS + "?type=vnc", SERVER), 400, "Client::BadRequest",
				"Query parameter type isn't formated correctly");
		isRefused(this.ovh.post(ACCESS, SERVER).body(Map.of("type", "kvmipJnlp", "ttl", "2")), 400,
				"Client::BadRequest", "Body parameter ttl isn't formated correctly");
		isRefused(this.ovh.post(ACCESS, SERVER).body(Map.of("ttl", "1")), 400, "Client::BadRequest",
				"Body parameter type isn't formated correctly");
	}

	private JsonNode request(String type, String ttl) {
		return this.ovh.post(ACCESS, SERVER).body(Map.of("type", type, "ttl", ttl)).as(JsonNode.class);
	}

	private JsonNode access(String type) {
		return this.ovh.get(ACCESS, SERVER).query("type", type).as(JsonNode.class);
	}

}
