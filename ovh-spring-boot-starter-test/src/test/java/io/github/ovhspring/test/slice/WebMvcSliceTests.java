package io.github.ovhspring.test.slice;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnableOvhSimulator} with {@code @WebMvcTest}, which by itself has no
 * clients.
 */
@WebMvcTest(SliceApplication.HelloController.class)
@EnableOvhSimulator
class WebMvcSliceTests {

	@Test
	void shouldServeTheController(OvhSimulator ovh, @Autowired MockMvcTester mvc) {
		ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
		assertThat(mvc.get().uri("/hello")).hasStatusOk().bodyText().isEqualTo("Hello Ada");
		ovh.verify(getRequestedFor(urlEqualTo("/1.0/me")));
	}

}
