package io.github.ovhspring.autoconfigure.mock;

import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.test.MockServerRestClientCustomizer;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.headerDoesNotExist;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

/**
 * Tests for {@link RestClientTest @RestClientTest} slices of applications that have an
 * {@link OvhClient} and an HTTP service group.
 */
@RestClientTest(properties = { "ovh.application-key=ak", "ovh.application-secret=as", "ovh.consumer-key=ck" })
class RestClientSliceTests {

	private static final String ME = "https://eu.api.ovh.com/1.0/me";

	@Autowired
	MockRestServiceServer server;

	@Autowired
	OvhClient client;

	@Autowired
	MeApi api;

	@Test
	void shouldMockClientAndGroupAlike() {
		this.server.expect(requestTo(ME))
			.andExpect(header("X-Ovh-Consumer", "ck"))
			.andRespond(withSuccess("\"group\"", MediaType.APPLICATION_JSON));
		this.server.expect(requestTo(ME + "/bill")).andRespond(withSuccess("\"client\"", MediaType.APPLICATION_JSON));
		assertThat(this.api.me()).isEqualTo("\"group\"");
		assertThat(this.client.get("/me/bill").as(String.class)).isEqualTo("client");
		this.server.verify();
	}

	@Test
	void whenTheTimeIsExpectedThenAnswersAsTheTestSays() {
		this.server.expect(requestTo("https://eu.api.ovh.com/1.0/auth/time"))
			.andExpect(headerDoesNotExist(HttpHeaders.AUTHORIZATION))
			.andRespond(withSuccess("1700000000", MediaType.APPLICATION_JSON));
		assertThat(this.client.serverTime()).hasToString("2023-11-14T22:13:20Z");
		this.server.verify();
	}

	@Test
	void whenACallIsNotExpectedThenFails() {
		this.server.expect(requestTo(ME)).andRespond(withSuccess("1", MediaType.APPLICATION_JSON));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.client.get("/other").send());
	}

	@Test
	void shouldHaveOneServerForTheCustomizerToo(@Autowired MockServerRestClientCustomizer customizer) {
		customizer.getServer().expect(requestTo(ME)).andRespond(withSuccess("1", MediaType.APPLICATION_JSON));
		assertThat(this.api.me()).isEqualTo("1");
		assertThat(new SharedMockServerCustomizer(new OvhExpectationManager()).getExpectationManagers()).isEmpty();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(new SharedMockServerCustomizer(new OvhExpectationManager())::getServer);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "ovh", types = MeApi.class)
	static class App {

	}

	interface MeApi {

		@GetExchange("/me")
		String me();

	}

}
