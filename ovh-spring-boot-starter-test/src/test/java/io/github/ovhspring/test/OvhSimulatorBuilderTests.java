package io.github.ovhspring.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link OvhSimulatorBuilder}.
 */
class OvhSimulatorBuilderTests {

	@Test
	void shouldTakeKeysAsGiven() {
		OvhSimulatorBuilder builder = OvhSimulator.builder()
			.applicationKeys("ak", "as")
			.consumerKey("ck")
			.serviceAccount("id", "secret");
		try (OvhSimulator ovh = builder.start()) {
			assertThat(ovh.applicationKey()).isEqualTo("ak");
			assertThat(ovh.applicationSecret()).isEqualTo("as");
			assertThat(ovh.consumerKey()).isEqualTo("ck");
			assertThat(ovh.client().serviceAccount().clientId()).isEqualTo("id");
			assertThat(ovh.client().serviceAccount().clientSecret()).isEqualTo("secret");
			assertThat(ovh.client().serviceAccount()).hasToString("service account id");
			assertThat(builder.keys()).hasToString("given keys");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void shouldListenOnTheGivenPort(boolean https) throws IOException {
		int port = freePort();
		OvhSimulatorBuilder builder = OvhSimulator.builder().port(port);
		try (OvhSimulator ovh = (https ? builder.https() : builder).start()) {
			assertThat(URI.create(ovh.endpoint()).getPort()).isEqualTo(port);
			assertThat(ovh.tokenUri())
				.isEqualTo((https ? "https" : "http") + "://127.0.0.1:" + port + "/auth/oauth2/token");
			assertThatExceptionOfType(FatalStartupException.class)
				.isThrownBy(() -> OvhSimulator.builder().port(port).start());
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Test
	void shouldBeginWithTheGivenClockAndGoBackToIt() throws IOException {
		try (OvhSimulator ovh = OvhSimulator.builder().clockOffset(Duration.ofHours(1)).start()) {
			ovh.advanceClock(Duration.ofHours(1));
			assertThat(time(ovh)).isCloseTo(Instant.now().getEpochSecond() + 7200, within(60L));
			ovh.reset();
			assertThat(time(ovh)).isCloseTo(Instant.now().getEpochSecond() + 3600, within(60L));
		}
	}

	@Test
	void shouldKeepTheLastCallsOnly() throws IOException {
		try (OvhSimulator ovh = OvhSimulator.builder().journal(2).start()) {
			new RawRequest(ovh, "GET", "/1.0/first").send();
			time(ovh);
			time(ovh);
			ovh.verify(0, getRequestedFor(urlEqualTo("/1.0/first")));
			ovh.verify(2, getRequestedFor(urlEqualTo("/1.0/auth/time")));
		}
	}

	@Test
	void whenJournalIsNegativeThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhSimulator.builder().journal(-1))
			.withMessage("The journal cannot keep -1 calls");
	}

	private static long time(OvhSimulator ovh) throws IOException {
		return Long.parseLong(new RawRequest(ovh, "GET", "/1.0/auth/time").send().body());
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 65536 })
	void whenPortIsNoneThenSaysSo(int port) {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhSimulator.builder().port(port))
			.withMessage("The port must be between 0 and 65535, and not " + port);
	}

	@Test
	void whenKeyIsEmptyThenSaysWhich() {
		OvhSimulatorBuilder builder = OvhSimulator.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.applicationKeys("", "as"))
			.withMessage("The application key must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.applicationKeys("ak", " "))
			.withMessage("The application secret must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.consumerKey(""))
			.withMessage("The consumer key must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.serviceAccount("", "secret"))
			.withMessage("The client id must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.serviceAccount("id", ""))
			.withMessage("The client secret must not be empty");
	}

}
