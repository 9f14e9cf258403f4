package io.github.ovhspring.integration.testing;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@EnableOvhSimulator(account = true)
class CustomerTests {

	@Test
	void shouldReadOnlyWhatTheCustomerAgreedTo(OvhSimulator ovh, @Autowired OvhClient client) {
		String key = client.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/me").build()).consumerKey();
		Billing billing = new Billing(client.withConsumerKey(key));
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(billing::customer);
		ovh.keys().consumerKey(key).validate();
		assertThat(billing.customer()).isEqualTo("al4711-ovh");
		assertThatExceptionOfType(OvhApiException.NotGrantedCall.class).isThrownBy(billing::bills);
		ovh.keys().consumerKey(key).expire();
		assertThatExceptionOfType(OvhApiException.InvalidCredential.class).isThrownBy(billing::customer);
	}

}
