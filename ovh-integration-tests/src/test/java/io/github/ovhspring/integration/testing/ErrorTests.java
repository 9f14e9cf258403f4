package io.github.ovhspring.integration.testing;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.stub.OvhFault;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(properties = "ovh.retry.initial-delay=1ms")
@EnableOvhSimulator
class ErrorTests {

	@Test
	void whenTheApiFailsTwiceThenBillsComeAllTheSame(OvhSimulator ovh, @Autowired Billing billing) {
		ovh.account();
		ovh.fails("/me/bill", OvhFault.serviceUnavailable().times(2));
		assertThat(billing.bills()).hasSize(28);
		ovh.verify(3, getRequestedFor(urlEqualTo("/1.0/me/bill")));
	}

	@Test
	void whenABillIsLockedThenSaysSo(OvhSimulator ovh, @Autowired Billing billing) {
		ovh.account();
		ovh.get("/me/bill/{id}", "FR59760263").fails(423, "Client::Locked", "This bill is being made");
		assertThatExceptionOfType(OvhApiException.Locked.class).isThrownBy(billing::bills);
	}

}
