package io.github.ovhspring.integration.testing;

import java.util.Map;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@EnableOvhSimulator
class FirstTests {

	@Test
	void shouldKnowTheCustomer(OvhSimulator ovh, @Autowired Billing billing) {
		ovh.get("/me").answers(Map.of("nichandle", "jd1-ovh"));
		assertThat(billing.customer()).isEqualTo("jd1-ovh");
		ovh.verify(1, getRequestedFor(urlEqualTo("/1.0/me")));
	}

	@Test
	void shouldGetAllBills(OvhSimulator ovh, @Autowired Billing billing) {
		ovh.account();
		assertThat(billing.bills()).hasSize(28);
	}

}
