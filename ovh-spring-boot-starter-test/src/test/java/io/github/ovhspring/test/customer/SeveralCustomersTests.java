package io.github.ovhspring.test.customer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.AccessRights;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.account.SimulatedCustomer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that each customer sees what is theirs, and nothing else.
 */
class SeveralCustomersTests extends AccountTestCase {

	private final PendingConsumerKey pending = this.ovh.requestConsumerKey(
			ConsumerKeyRequest.builder().recursive(AccessRights.READ_WRITE, "/").readOnly("/me").build());

	private final SimulatedConsumerKey key = this.simulator.keys().consumerKey(this.pending.consumerKey());

	private final OvhClient customer = this.ovh.withConsumerKey(this.pending.consumerKey());

	private OvhClient grace() {
		this.key.validate(SimulatedCustomer.GRACE);
		return this.customer;
	}

	private static String nichandle(OvhClient client) {
		return client.get("/me").as(JsonNode.class).path("nichandle").asString();
	}

	@Test
	void whenAnotherCustomerValidatesTheKeyThenItIsForTheirAccount() {
		OvhClient grace = grace();
		assertThat(nichandle(grace)).isEqualTo("gh1906-ovh");
		assertThat(grace.get("/me/bill").asList(String.class)).containsExactly("FR59100101", "FR59100102",
				"FR59100103");
		assertThat(grace.get("/dedicated/server").asList(String.class)).hasSize(2);
		assertThat(grace.get("/email/domain").asList(String.class)).containsExactly("grace.example");
		assertThat(nichandle(this.ovh)).isEqualTo("al4711-ovh");
	}

	@Test
	void whenACustomerWritesThenTheOthersAreAsBefore() {
		grace().put("/me").body(Map.of("city", "New York")).send();
		assertThat(grace().get("/me").as(JsonNode.class).path("city").asString()).isEqualTo("New York");
		assertThat(get("/me").path("city").asString()).isEqualTo("Roubaix");
	}

	@ParameterizedTest
	@CsvSource({ "/me/bill/FR59760263, 404", "/dedicated/server/ns3100001.ip-192-0-2.eu, 404",
			"/email/domain/example.com, 404" })
	void shouldNotFindWhatIsOfAnotherCustomer(String path, int status) {
		this.ovh.get(path).send();
		isRefused(path, status);
	}

	private void isRefused(String path, int status) {
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(() -> grace().get(path).send())
			.returns(status, (ex) -> ex.getStatusCode().value());
	}

	@Test
	void shouldListToEachCustomerTheKeysTheyValidated() {
		long ada = this.ovh.currentCredential().credentialId();
		List<Long> graces = grace().get("/me/api/credential").asList(Long.class);
		assertThat(graces).containsExactly(this.key.id());
		assertThat(this.ovh.get("/me/api/credential").asList(Long.class)).contains(ada).doesNotContain(this.key.id());
		isRefused("/me/api/credential/" + ada, 404);
	}

	@Test
	void shouldTellTheNameOfAnApplicationThatIsNotTheCustomersOwn() {
		assertThat(grace().get("/me/api/application").asList(Long.class)).isEmpty();
		isRefused("/me/api/application/" + this.key.application().id(), 404);
		assertThat(grace().get("/me/api/credential/{id}/application", this.key.id())
			.as(JsonNode.class)
			.path("name")
			.asString()).isEqualTo("Tested application");
	}

	@Test
	void shouldSayInDetailsWhoseKeyItIs() {
		assertThat(grace().get("/auth/details").as(JsonNode.class).path("account").asString()).isEqualTo("gh1906-ovh");
		assertThat(get("/auth/details").path("account").asString()).isEqualTo("al4711-ovh");
	}

	@Test
	void whenResetThenTheClientsKeyIsAdasAgain() {
		this.simulator.client().consumerKey().validate(SimulatedCustomer.GRACE);
		assertThat(nichandle(this.ovh)).isEqualTo("gh1906-ovh");
		this.simulator.reset();
		this.simulator.account();
		assertThat(nichandle(this.ovh)).isEqualTo("al4711-ovh");
	}

	@Test
	void shouldAskOnThePageForWhichAccount() throws Exception {
		assertThat(page(HttpRequest.newBuilder())).contains("<select name=\"account\">",
				"<option value=\"al4711-ovh\">al4711-ovh</option><option value=\"gh1906-ovh\">gh1906-ovh</option>");
		decide("account=gh1906-ovh&decision=authorise");
		assertThat(nichandle(this.customer)).isEqualTo("gh1906-ovh");
	}

	@Test
	void whenTheScriptDoesNotSayForWhichAccountThenIsAdas() throws Exception {
		decide("decision=authorise");
		assertThat(this.key.customer()).isEqualTo(SimulatedCustomer.ADA);
		assertThat(nichandle(this.customer)).isEqualTo("al4711-ovh");
	}

	@Test
	void whenThereIsNoSuchCustomerThenAsksAgain() throws Exception {
		assertThat(decide("account=xx1-ovh&decision=authorise")).contains("<select name=\"account\">");
		assertThat(this.key.state()).isEqualTo(ConsumerKeyState.PENDING_VALIDATION);
	}

	private String decide(String form) throws Exception {
		return page(HttpRequest.newBuilder()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private String page(HttpRequest.Builder request) throws Exception {
		return HttpClient.newHttpClient()
			.send(request.uri(URI.create(this.pending.validationUrl())).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
