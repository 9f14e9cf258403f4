package io.github.ovhspring.integration.testing;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

@RestClientTest(components = Billing.class, properties = "ovh.access-token=any")
class MockServerTests {

	@Test
	void shouldKnowTheCustomer(@Autowired MockRestServiceServer server, @Autowired Billing billing) {
		server.expect(requestTo("https://eu.api.ovh.com/1.0/me"))
			.andRespond(withSuccess("{\"nichandle\":\"jd1-ovh\"}", MediaType.APPLICATION_JSON));
		assertThat(billing.customer()).isEqualTo("jd1-ovh");
	}

}
