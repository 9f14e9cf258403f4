package io.github.ovhspring.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prints how long a start takes, and calls of a simulator with many stubs. With
 * {@code -Dmany.calls=10000} it makes more of them.
 */
class ManyCallsTests {

	private static final Log logger = LogFactory.getLog(ManyCallsTests.class);

	private static final int STUBS = 500;

	private static final int CALLS = Integer.getInteger("many.calls", 3000);

	private static final int TENTH = CALLS / 10;

	@Test
	void shouldAnswerManyCallsWithManyStubs() {
		OvhSimulator.start().close();
		long start = System.nanoTime();
		try (OvhSimulator ovh = OvhSimulator.start()) {
			logger.info("start: %d ms".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis()));
			IntStream.range(0, STUBS)
				.forEach((i) -> ovh
					.stubFor(get("/1.0/me/bill/FR" + i).willReturn(okJson("{\"billId\":\"FR" + i + "\"}"))));
			OvhClient client = OvhClient.builder()
				.endpoint(ovh.endpoint())
				.credentials(OvhCredentials.applicationKeys(ovh.applicationKey(), ovh.applicationSecret(),
						ovh.consumerKey()))
				.build();
			List<Long> tenths = new ArrayList<>();
			for (int tenth = 0; tenth < 10; tenth++) {
				long before = System.nanoTime();
				IntStream.range(0, TENTH)
					.forEach((i) -> assertThat(client.get("/me/bill/FR" + i % STUBS).as(Bill.class).billId())
						.isEqualTo("FR" + i % STUBS));
				tenths.add(Duration.ofNanos(System.nanoTime() - before).toMillis());
			}
			logger.info("%d stubs, %d calls: ms for each tenth of them %s".formatted(STUBS, CALLS, tenths));
			// Of the least of several, as a busy machine makes single ones slow.
			assertThat(Collections.min(tenths.subList(5, 10))).isLessThan(3 * Collections.min(tenths.subList(0, 5)));
			ovh.verify(CALLS, anyRequestedFor(urlMatching("/1.0/me/bill/.*")));
		}
	}

	record Bill(String billId) {
	}

}
