package io.github.ovhspring.test.customer;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link SimulatedAccount}.
 */
class SimulatedAccountTests extends AccountTestCase {

	@Test
	void whenNotAskedForThenIsNotThere() {
		this.simulator.reset();
		isRefused(this.ovh.get("/me"), 404, "Client::NotFound", "Got an invalid (or empty) URL");
	}

	@Test
	void whenAskedForAgainThenIsTheSame() {
		SimulatedAccount account = this.simulator.account();
		this.ovh.put("/me").body(Map.of("city", "Lille")).send();
		assertThat(this.simulator.account()).isSameAs(account);
		assertThat(get("/me").path("city").asString()).isEqualTo("Lille");
	}

	@Test
	void whenResetThenIsAsAtFirst() {
		this.ovh.put("/me").body(Map.of("city", "Lille")).send();
		this.ovh.delete("/email/domain/example.com/redirection/81190201").send();
		this.simulator.account().reset();
		assertThat(get("/me").path("city").asString()).isEqualTo("Roubaix");
		assertThat(list("/email/domain/example.com/redirection")).hasSize(4);
	}

	@Test
	void whenBuiltWithItThenIsThereAfterAReset() {
		try (OvhSimulator built = OvhSimulator.builder().account().start()) {
			OvhClient client = OvhClient.builder()
				.endpoint(built.endpoint())
				.credentials(built.connectionDetails().getCredentials())
				.build();
			client.put("/me").body(Map.of("city", "Lille")).send();
			built.reset();
			assertThat(client.get("/me").as(JsonNode.class).path("city").asString()).isEqualTo("Roubaix");
		}
	}

	@Test
	void whenThereIsAStubThenItAnswers() {
		this.simulator.stubFor(any(urlEqualTo("/1.0/me")).willReturn(okJson("{\"firstname\":\"Grace\"}")));
		assertThat(get("/me").path("firstname").asString()).isEqualTo("Grace");
		assertThat(get("/v1/me").path("firstname").asString()).isEqualTo("Ada");
	}

	@Test
	void shouldWriteAllTimesAsThoseOfParis() {
		String server = "ns3200001.ip-198-51-100.net";
		JsonNode reboot = this.ovh.post("/dedicated/server/{name}/reboot", server).as(JsonNode.class);
		JsonNode mail = this.ovh.post("/email/domain/example.com/redirection")
			.body(redirection("a@example.com", "b@example.com"))
			.as(JsonNode.class);
		assertThat(
				Stream.of(reboot.path("startDate"), mail.path("date"), get("/auth/currentCredential").path("creation"))
					.map((time) -> OffsetDateTime.parse(time.asString())))
			.allSatisfy((time) -> {
				assertThat(time).isCloseTo(OffsetDateTime.now(), within(1, ChronoUnit.MINUTES));
				assertThat(time.getOffset())
					.isEqualTo(ZoneId.of("Europe/Paris").getRules().getOffset(time.toInstant()));
			});
	}

	@Test
	void shouldBeVerifiedAsStubsAre() {
		get("/me");
		this.simulator.verify(getRequestedFor(urlEqualTo("/1.0/me")));
		assertThat(this.simulator.wireMockServer().findAllUnmatchedRequests()).isEmpty();
	}

	@Test
	void whenTheAccountHasNoSuchCallThenIsNotFound() {
		isRefused(this.ovh.get("/vps"), 404, "Client::NotFound", "Got an invalid (or empty) URL");
		isRefused(this.ovh.delete("/me"), 404, "Client::NotFound", "Got an invalid (or empty) URL");
		isRefused(this.ovh.get("/v2/me"), 404, "Client::NotFound", "Got an invalid (or empty) URL");
	}

}
