package io.github.ovhspring.sample.readme;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@EnableOvhSimulator
class HelloTests {

	@Test
	void shouldGreet(@Autowired OvhSimulator simulator, @Autowired WelcomeController controller) {
		simulator.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
		assertThat(controller.hello()).isEqualTo("Hello Ada");
		simulator.verify(1, getRequestedFor(urlEqualTo("/1.0/me")));
	}

}
