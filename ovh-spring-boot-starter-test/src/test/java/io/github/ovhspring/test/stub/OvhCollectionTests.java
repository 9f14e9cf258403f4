package io.github.ovhspring.test.stub;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.test.SimulatorTestCase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhCollection}.
 */
class OvhCollectionTests extends SimulatorTestCase {

	record Bill(String billId) {
	}

	record Credential(long credentialId) {
	}

	record Policy(String id, String name) {
	}

	@Test
	void shouldListIdsAndGiveObjects() {
		List<Bill> bills = List.of(new Bill("FR1"), new Bill("FR2"));
		this.simulator.collection("/me/bill", "billId", bills);
		List<String> ids = this.ovh.get("/me/bill").asList(String.class);
		assertThat(ids).containsExactly("FR1", "FR2");
		assertThat(this.ovh.getAll("/me/bill/{id}", ids, Bill.class)).isEqualTo(bills);
		assertThatExceptionOfType(OvhApiException.NotFound.class).isThrownBy(() -> this.ovh.get("/me/bill/FR3").send())
			.returns("The requested object (billId = FR3) does not exist", OvhApiException::apiMessage);
	}

	@Test
	void whenIdsAreNumbersThenListsNumbers() {
		this.simulator.collection("/me/api/credential", "credentialId", List.of(new Credential(4711)));
		assertThat(this.ovh.get("/me/api/credential").asList(Long.class)).containsExactly(4711L);
		assertThat(this.ovh.get("/me/api/credential/4711").as(Credential.class)).isEqualTo(new Credential(4711));
	}

	@Test
	void whenVersionIs2ThenListsObjectsInPages() {
		List<Policy> policies = IntStream.range(0, 5).mapToObj((i) -> new Policy("id-" + i, "Policy " + i)).toList();
		this.simulator.collection("/v2/iam/policy", "id", policies).pageSize(2);
		try (Stream<Policy> stream = this.ovh.get("/v2/iam/policy").stream(Policy.class)) {
			assertThat(stream).isEqualTo(policies);
		}
		this.simulator.verify(3, getRequestedFor(urlEqualTo("/v2/iam/policy")));
		assertThat(this.ovh.get("/v2/iam/policy/{id}", "id-3").as(Policy.class)).isEqualTo(policies.get(3));
	}

	@Test
	void whenPathHasPlaceholdersThenListsForAnyValue() {
		this.simulator.collection("/email/domain/{domain}/redirection", "id", List.of(Map.of("id", "1")));
		assertThat(this.ovh.get("/email/domain/example.com/redirection").asList(String.class)).containsExactly("1");
		assertThat(this.ovh.get("/email/domain/example.com/redirection/1").as(JsonNode.class))
			.hasToString("{\"id\":\"1\"}");
	}

	@Test
	void whenThereAreNoneThenListIsEmpty() {
		this.simulator.collection("/me/bill", "billId", List.of());
		assertThat(this.ovh.get("/me/bill").asList(String.class)).isEmpty();
	}

	@Test
	void whenAnObjectHasNoIdThenSaysWhich() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.simulator.collection("/me/bill", "id", List.of(new Bill("FR1"))))
			.withMessage("Object {\"billId\":\"FR1\"} has no id: 'id' is neither a text nor a number");
	}

	@Test
	void whenTwoObjectsHaveOneIdThenSaysSo() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.simulator.collection("/me/bill", "billId", List.of(new Bill("FR1"), new Bill("FR1"))))
			.withMessage("Two objects have the id \"FR1\" in 'billId'");
	}

	@Test
	void whenPageSizeIsNoneThenSaysSo() {
		OvhCollection bills = this.simulator.collection("/me/bill", "billId", List.of());
		assertThatIllegalArgumentException().isThrownBy(() -> bills.pageSize(0))
			.withMessage("pageSize is 0 and must be 1 or more");
	}

}
