package io.github.ovhspring.integration.testing;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.account.SimulatedCustomer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@EnableOvhSimulator(account = true)
class SeveralCustomersTests {

	@Test
	void shouldKeepCustomersApart(OvhSimulator ovh, @Autowired OvhClient client) {
		SimulatedConsumerKey key = ovh.keys()
			.addConsumerKey(ovh.client().application(), new AccessRule(HttpMethod.GET, "/me"));
		key.validate(SimulatedCustomer.GRACE);
		Billing graces = new Billing(client.withConsumerKey(key.consumerKey()));
		assertThat(graces.customer()).isEqualTo("gh1906-ovh");
		assertThat(new Billing(client).customer()).isEqualTo("al4711-ovh");
		ovh.useNewerErrors();
		assertThatExceptionOfType(OvhApiException.NotGrantedCall.class).isThrownBy(graces::bills);
	}

}
