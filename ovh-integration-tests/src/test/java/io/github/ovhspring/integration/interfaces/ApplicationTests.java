package io.github.ovhspring.integration.interfaces;

import java.time.LocalDate;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that has the starter and one interface.
 */
@SpringBootTest
@EnableOvhSimulator
class ApplicationTests {

	@Test
	void shouldCallEachMethod(@Autowired OvhSimulator simulator, @Autowired MeApi api) {
		simulator.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
		simulator.stubFor(get("/1.0/me/bill").willReturn(okJson("[\"FR1\",\"FR2\"]")));
		simulator.stubFor(get("/1.0/me/bill?date.from=2026-01-31").willReturn(okJson("[\"FR2\"]")));
		simulator.stubFor(get("/1.0/me/bill/FR2").willReturn(okJson("{\"billId\":\"FR2\"}")));
		assertThat(api.me()).isEqualTo(new Me("Ada"));
		assertThat(api.bills(null)).containsExactly("FR1", "FR2");
		assertThat(api.bills(LocalDate.of(2026, 1, 31))).containsExactly("FR2");
		assertThat(api.bill("FR2")).contains(new Bill("FR2"));
	}

}
