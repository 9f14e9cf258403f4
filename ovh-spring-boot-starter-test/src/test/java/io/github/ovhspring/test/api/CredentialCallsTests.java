package io.github.ovhspring.test.api;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the calls on applications and consumer keys, and on the caller itself.
 */
class CredentialCallsTests {

	private final OvhSimulator ovh = OvhSimulator.start();

	private final SimulatedApplication mailer = this.ovh.keys().addApplication("Mailer");

	private final SimulatedConsumerKey key = this.ovh.keys()
		.addConsumerKey(this.mailer, new AccessRule(HttpMethod.GET, "/email/*"));

	private final OvhClient client = OvhClient.builder()
		.endpoint(this.ovh.endpoint())
		.credentials(OvhCredentials.applicationKeys(this.ovh.applicationKey(), this.ovh.applicationSecret(),
				this.ovh.consumerKey()))
		.build();

	@AfterEach
	void close() {
		this.ovh.close();
	}

	@Test
	void shouldListConsumerKeys() {
		long own = this.ovh.client().consumerKey().id();
		assertThat(ids("")).containsExactly(own, this.key.id());
		assertThat(ids("?status=validated")).containsExactly(own);
		assertThat(ids("?status=pendingValidation")).containsExactly(this.key.id());
		assertThat(ids("?applicationId=" + this.mailer.id())).containsExactly(this.key.id());
		assertThat(ids("?status=validated&applicationId=" + this.mailer.id())).isEmpty();
	}

	private Iterable<Long> ids(String query) {
		return this.client.get("/me/api/credential" + query).asList(Long.class);
	}

	@Test
	void shouldShowAConsumerKey() {
		JsonNode json = this.client.get("/me/api/credential/{id}", this.key.id()).as(JsonNode.class);
		assertThat(json.propertyNames()).containsExactlyInAnyOrder("credentialId", "applicationId", "status",
				"ovhSupport", "creation", "expiration", "lastUse", "rules", "allowedIPs");
		assertThat(json.path("status").stringValue()).isEqualTo("pendingValidation");
		assertThat(json.path("rules")).hasToString("[{\"method\":\"GET\",\"path\":\"/email/*\"}]");
		assertThat(json.path("expiration").isNull()).isTrue();
		assertThat(json.path("allowedIPs").isNull()).isTrue();
		assertThat(json.path("creation").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0[12]:00");
	}

	@Test
	void shouldShowAnApplication() {
		String expected = "{\"applicationId\":%d,\"applicationKey\":\"%s\",\"name\":\"Mailer\",\"description\":\"Simulated application\",\"status\":\"active\"}"
			.formatted(this.mailer.id(), this.mailer.applicationKey());
		assertThat(this.client.get("/me/api/application/{id}", this.mailer.id()).as(String.class)).isEqualTo(expected);
		assertThat(this.client.get("/me/api/credential/{id}/application", this.key.id()).as(String.class))
			.isEqualTo(expected)
			.doesNotContain(this.mailer.applicationSecret());
		assertThat(this.client.get("/me/api/application").asList(Long.class))
			.containsExactly(this.ovh.client().application().id(), this.mailer.id());
	}

	@Test
	void whenAddressesAreChangedThenTheyCount() {
		this.client.put("/me/api/credential/{id}", this.key.id()).body("{\"allowedIPs\":[\"192.0.2.7\"]}").send();
		assertThat(this.key.allowsFrom("192.0.2.7")).isTrue();
		assertThat(this.key.allowsFrom("192.0.2.8")).isFalse();
		this.client.put("/me/api/credential/{id}", this.key.id()).body("{\"ovhSupport\":true}").send();
		assertThat(this.key.allowsFrom("192.0.2.8")).isFalse();
		this.client.put("/me/api/credential/{id}", this.key.id()).body("{\"allowedIPs\":null}").send();
		assertThat(this.key.allowsFrom("192.0.2.8")).isTrue();
	}

	@Test
	void whenConsumerKeyIsDeletedThenItIsGone() {
		this.client.delete("/me/api/credential/{id}", this.key.id()).send();
		expectNotFound("credentialId", this.key.id());
		this.client.delete("/me/api/credential/{id}", this.ovh.client().consumerKey().id()).send();
		assertThatExceptionOfType(OvhApiException.NotCredential.class)
			.isThrownBy(() -> this.client.get("/me/api/credential").send());
		this.ovh.reset();
		assertThat(ids("")).containsExactly(this.ovh.client().consumerKey().id());
	}

	private void expectNotFound(String name, long id) {
		assertThatExceptionOfType(OvhApiException.NotFound.class)
			.isThrownBy(() -> this.client.get("/me/api/credential/{id}", id).send())
			.withMessageContaining("The requested object (" + name + " = " + id + ") does not exist");
	}

	@Test
	void whenApplicationIsDeletedThenItsConsumerKeysAreToo() {
		this.client.delete("/me/api/application/{id}", this.mailer.id()).send();
		expectNotFound("credentialId", this.key.id());
		assertThatExceptionOfType(OvhApiException.NotFound.class)
			.isThrownBy(() -> this.client.get("/me/api/application/{id}", this.mailer.id()).send());
	}

	@ParameterizedTest
	@CsvSource({ "/me/api/credential/one, Path parameter credentialId",
			"/me/api/application/one, Path parameter applicationId",
			"/me/api/credential?applicationId=one, Query parameter applicationId",
			"/me/api/credential?status=new, Query parameter status" })
	void whenParameterIsWrongThenSaysWhich(String path, String message) {
		assertThatExceptionOfType(OvhApiException.BadRequest.class).isThrownBy(() -> this.client.get(path).send())
			.withMessageContaining(message);
	}

	@Test
	void shouldTellTheCallerWhoItIs() {
		JsonNode json = this.client.get("/auth/details").as(JsonNode.class);
		assertThat(json.path("account").stringValue()).isEqualTo("al4711-ovh");
		assertThat(json.path("method").stringValue()).isEqualTo("account");
		assertThat(json.path("allowedRoutes").path(0)).hasToString("{\"method\":\"GET\",\"path\":\"/*\"}");
	}

	@Test
	void whenConsumerKeyIsOfAnotherApplicationThenIsNotCredential() {
		OvhClient mixed = OvhClient.builder()
			.endpoint(this.ovh.endpoint())
			.credentials(OvhCredentials.applicationKeys(this.mailer.applicationKey(), this.mailer.applicationSecret(),
					this.ovh.consumerKey()))
			.build();
		assertThatExceptionOfType(OvhApiException.NotCredential.class).isThrownBy(() -> mixed.get("/me").send());
	}

	@Test
	void shouldShowNoSecretsInText() {
		String text = this.ovh.client() + " " + this.ovh.keys().consumerKeys() + this.ovh.client().serviceAccount()
				+ this.ovh.keys().applications();
		assertThat(text).contains("application 'Mailer'", "pendingValidation")
			.doesNotContain(this.ovh.applicationSecret(), this.ovh.consumerKey(),
					this.ovh.client().serviceAccount().clientSecret());
	}

}
