package io.github.ovhspring.integration.testing;

import java.util.List;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.contract.ApiContract;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@EnableOvhSimulator
class ContractTests {

	@Test
	void shouldCallTheApiAsItIsDescribed(OvhSimulator ovh, @Autowired Billing billing) {
		ApiContract contract = ovh.contract("file:../ovh-sample-app/src/main/openapi/me-bill.json");
		ovh.account();
		billing.bills();
		contract.assertSatisfied();
	}

	@Test
	void whenAStubLiesThenContractSaysSo(OvhSimulator ovh, @Autowired Billing billing) {
		ApiContract contract = ovh.contract("file:../ovh-sample-app/src/main/openapi/me-bill.json");
		ovh.get("/me/bill").answers(List.of("FR1"));
		ovh.get("/me/bill/{id}").answers("{\"billId\": \"FR1\", \"orderId\": \"12\"}");
		billing.bills();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(contract::assertSatisfied)
			.withMessageEndingWith("- GET /me/bill/FR1: answer at /orderId: \"12\" is not a whole number");
	}

}
