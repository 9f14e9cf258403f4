package io.github.ovhspring.sample.readme;

import java.time.LocalDate;
import java.util.List;

import io.github.ovhspring.autoconfigure.OvhAutoConfiguration;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.sample.readme.ManyCalls.Bill;
import io.github.ovhspring.sample.readme.ManyCalls.Policy;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what the page on many calls shows works.
 */
class ManyCallsTests {

	private final OvhSimulator simulator = OvhSimulator.start();

	private final OvhClient ovh = OvhClient.builder()
		.endpoint(this.simulator.endpoint())
		.credentials(this.simulator.connectionDetails().getCredentials())
		.build();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	private void stubBills() {
		this.simulator.stubFor(get("/1.0/me/bill?date.from=2026-01-31").willReturn(okJson("[\"FR1\",\"FR2\"]")));
		for (String id : List.of("FR1", "FR2")) {
			this.simulator.stubFor(get("/1.0/me/bill/" + id).willReturn(okJson("{\"billId\":\"" + id + "\"}")));
		}
	}

	@Test
	void shouldShowOneCallForEachId() {
		stubBills();
		assertThat(ManyCalls.bills(this.ovh, LocalDate.of(2026, 1, 31))).containsExactly(new Bill("FR1"),
				new Bill("FR2"));
		assertThat(ManyCalls.archive(this.ovh, List.of("FR1", "broken", "FR2"))).containsExactly(new Bill("FR1"),
				new Bill("FR2"));
	}

	@Test
	void shouldShowListsInPages() {
		this.simulator.stubFor(get("/v2/iam/policy").withHeader("X-Pagination-Cursor", absent())
			.willReturn(okJson("[{\"name\":\"a\"}]").withHeader("X-Pagination-Cursor-Next", "two")));
		this.simulator.stubFor(get("/v2/iam/policy").withHeader("X-Pagination-Cursor", equalTo("two"))
			.willReturn(okJson("[{\"name\":\"b\"},{\"name\":\"c\"}]").withHeader("X-Pagination-Cursor-Next", "three")));
		assertThat(ManyCalls.policy(this.ovh, "b")).contains(new Policy("b"));
		this.simulator.verify(2,
				getRequestedFor(urlEqualTo("/v2/iam/policy")).withHeader("X-Pagination-Size", equalTo("100")));
	}

	@Test
	void shouldShowAContextThatIsCarried() {
		stubBills();
		RestClientCustomizer header = (builder) -> builder.requestInterceptor((request, body, execution) -> {
			request.getHeaders().set("X-Tenant", ManyCalls.Tenant.current());
			return execution.execute(request, body);
		});
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OvhAutoConfiguration.class))
			.withUserConfiguration(ManyCalls.TenantConfiguration.class)
			.withBean(RestClientCustomizer.class, () -> header)
			.withPropertyValues("ovh.endpoint=" + this.simulator.endpoint(),
					"ovh.application-key=" + this.simulator.applicationKey(),
					"ovh.application-secret=" + this.simulator.applicationSecret(),
					"ovh.consumer-key=" + this.simulator.consumerKey())
			.run((context) -> ManyCalls.Tenant.run("acme",
					() -> ManyCalls.archive(context.getBean(OvhClient.class), List.of("FR1", "FR2"))));
		this.simulator.verify(2,
				getRequestedFor(urlPathMatching("/1.0/me/bill/FR.")).withHeader("X-Tenant", equalTo("acme")));
	}

}
