package io.github.ovhspring.integration.interfaces;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

@RestClientTest(properties = { "ovh.application-key=ak", "ovh.application-secret=as", "ovh.consumer-key=ck" })
class MeApiTests {

	@Test
	void shouldAskForMe(@Autowired MockRestServiceServer server, @Autowired MeApi api) {
		server.expect(requestTo("https://eu.api.ovh.com/1.0/me"))
			.andRespond(withSuccess("{\"firstname\":\"Ada\"}", MediaType.APPLICATION_JSON));
		assertThat(api.me().firstname()).isEqualTo("Ada");
	}

}
