package io.github.ovhspring.test;

import java.time.Duration;

import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnableOvhSimulator}.
 */
@SpringBootTest(classes = TestApplication.class,
		properties = { "ovh.endpoint=ovh-ca", "ovh.application-key=half", "ovh.config-file=/nowhere/ovh.conf",
				"ovh.clients.canada.application-key=half" })
@EnableOvhSimulator
class EnableOvhSimulatorTests {

	@Autowired
	OvhSimulator ovh;

	@Autowired
	OvhClient client;

	@Test
	void shouldConnectTheClientWhateverPropertiesSay(@Autowired OvhConnectionDetails details) {
		assertThat(this.client.endpoint()).isEqualTo(details.getEndpoint());
		assertThat(this.client.endpoint().uri()).hasToString(this.ovh.endpoint());
	}

	@Test
	void shouldConnectNamedClientsToo(@Autowired @Qualifier("canada") OvhClient canada) {
		assertThat(canada).isNotSameAs(this.client);
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
		assertThat(canada.get("/me").as(Me.class)).isEqualTo(new Me("Ada"));
	}

	@Test
	void shouldBeAParameterToo(OvhSimulator plain, @Autowired OvhSimulator autowired) {
		assertThat(plain).isSameAs(autowired).isSameAs(this.ovh);
	}

	@RepeatedTest(2)
	void whenClockWasSetByAnotherTestThenNoCallIsRefusedForIt() {
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		this.client.get("/me").send();
		this.ovh.verify(1, getRequestedFor(urlEqualTo("/1.0/me")));
		this.ovh.advanceClock(Duration.ofMinutes(10));
		this.client.get("/me").send();
	}

	@RepeatedTest(2)
	void shouldStartEachTestWithoutStubsAndCalls() {
		this.ovh.verify(0, anyRequestedFor(anyUrl()));
		assertThat(this.ovh.wireMockServer().getStubMappings()).isEmpty();
		this.ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
		assertThat(this.client.get("/me").as(Me.class)).isEqualTo(new Me("Ada"));
		this.ovh.verify(getRequestedFor(urlEqualTo("/1.0/me")));
	}

	@Nested
	class NestedTests {

		@RepeatedTest(2)
		void shouldShareSimulatorAndReset(@Autowired OvhSimulator nested) {
			assertThat(nested).isSameAs(EnableOvhSimulatorTests.this.ovh);
			assertThat(nested.wireMockServer().getStubMappings()).isEmpty();
			nested.stubFor(get("/1.0/me").willReturn(okJson("{}")));
		}

	}

	@Nested
	@Import(Object.class)
	class NestedTestsWithImports {

		private final OvhSimulator nested;

		NestedTestsWithImports(@Autowired OvhSimulator nested) {
			this.nested = nested;
		}

		@Test
		void shouldHaveASimulator(@Autowired OvhClient client) {
			assertThat(client.endpoint().uri()).hasToString(this.nested.endpoint());
		}

	}

	record Me(String firstname) {
	}

}
