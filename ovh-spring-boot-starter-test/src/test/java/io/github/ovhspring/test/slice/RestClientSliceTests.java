package io.github.ovhspring.test.slice;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnableOvhSimulator} with {@code @RestClientTest}, which by itself has
 * a mock server.
 */
@RestClientTest(SliceApplication.Greeter.class)
@EnableOvhSimulator
class RestClientSliceTests {

	@Test
	void shouldTakeThePlaceOfTheMockServer(OvhSimulator ovh, @Autowired SliceApplication.Greeter greeter) {
		ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
		assertThat(greeter.greet()).isEqualTo("Hello Ada");
	}

}
