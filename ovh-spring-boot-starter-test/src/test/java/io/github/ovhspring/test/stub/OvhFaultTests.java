package io.github.ovhspring.test.stub;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.test.SimulatorTestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.client.ResourceAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhFault}. All calls but one are writes, which no client sends again.
 */
class OvhFaultTests extends SimulatorTestCase {

	OvhFaultTests() {
		this.simulator.post("/x").answers(1);
	}

	static Stream<Arguments> answers() {
		return Stream.of(
				Arguments.of(OvhFault.tooManyRequests(Duration.ofSeconds(2)), OvhApiException.TooManyRequests.class,
						429),
				Arguments.of(OvhFault.internalServerError(), OvhApiException.ServerError.class, 500),
				Arguments.of(OvhFault.requestTimeout(), OvhApiException.class, 408),
				Arguments.of(OvhFault.badGateway(), OvhApiException.ServerError.class, 502),
				Arguments.of(OvhFault.serviceUnavailable(), OvhApiException.ServerError.class, 503),
				Arguments.of(OvhFault.error(423, "Client::Locked", "Busy"), OvhApiException.Locked.class, 423),
				Arguments.of(OvhFault.malformedJson(), OvhApiException.UnreadableResponse.class, 200),
				Arguments.of(OvhFault.emptyBody(), OvhApiException.UnreadableResponse.class, 200));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void shouldAnswerWhatFails(OvhFault fault, Class<? extends OvhApiException> type, int status) {
		this.simulator.fails("/x", fault.once());
		assertThatExceptionOfType(type).isThrownBy(this::call).returns(status, (ex) -> ex.getStatusCode().value());
		assertThat(call()).isOne();
	}

	static Stream<OvhFault> broken() {
		return Stream.of(OvhFault.connectionReset(), OvhFault.noAnswer());
	}

	@ParameterizedTest
	@MethodSource("broken")
	void shouldBreakTheConnection(OvhFault fault) {
		this.simulator.fails("/x", fault.once());
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(this::call);
		assertThat(call()).isOne();
	}

	@Test
	void shouldBreakInTheMidstOfTheBody() {
		this.simulator.fails("/x", OvhFault.halfBody().once());
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::call)
			.withRootCauseInstanceOf(IOException.class);
		assertThat(call()).isOne();
	}

	@Test
	void shouldSayWhenToTryAgain() {
		this.simulator.fails("/x", OvhFault.tooManyRequests(Duration.ofMinutes(1)));
		assertThatExceptionOfType(OvhApiException.TooManyRequests.class).isThrownBy(this::call)
			.satisfies((ex) -> assertThat(ex.getResponseHeaders())
				.satisfies((headers) -> assertThat(headers.getFirst("Retry-After")).isEqualTo("60")));
	}

	@Test
	void whenDelayedThenAnswerIsTheSameAndLate() {
		this.simulator.fails("/x", OvhFault.delay(Duration.ofMillis(200)).once());
		long start = System.nanoTime();
		assertThat(call()).isOne();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
	}

	@Test
	void whenTimesAreGivenThenFailsThatOftenAndThenAnswers() {
		this.simulator.fails("/x", OvhFault.badGateway().times(2));
		assertThat(List.of(outcome(), outcome(), outcome(), outcome())).containsExactly("502", "502", "1", "1");
	}

	@Test
	void whenThereAreSeveralThenTheyHappenInOrder() {
		this.simulator.fails("/x", OvhFault.badGateway().once());
		this.simulator.fails("/x", OvhFault.serviceUnavailable().times(2));
		this.simulator.fails("/x", OvhFault.internalServerError());
		assertThat(List.of(outcome(), outcome(), outcome(), outcome(), outcome())).containsExactly("502", "503", "503",
				"500", "500");
	}

	@Test
	void shouldComeBeforeStubs() {
		this.simulator.stubFor(any(urlEqualTo("/1.0/x")).willReturn(okJson("2")));
		this.simulator.fails("/x", OvhFault.badGateway().once());
		assertThat(List.of(outcome(), outcome())).containsExactly("502", "2");
	}

	@Test
	void whenOnlyOneMethodIsMeantThenOthersDoNotFail() {
		this.simulator.put("/x").fails(OvhFault.badGateway());
		assertThat(outcome()).isEqualTo("1");
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(() -> this.ovh.put("/x").send());
	}

	@Test
	void whenSignatureIsWrongThenThatComesFirst() {
		this.simulator.fails("/x", OvhFault.badGateway().once());
		assertThatExceptionOfType(OvhApiException.NotCredential.class)
			.isThrownBy(() -> this.ovh.withConsumerKey("other").post("/x").send());
		assertThat(outcome()).isEqualTo("502");
	}

	@Test
	void shouldHappenToTheClockToo() {
		this.simulator.fails("/auth/time", OvhFault.serviceUnavailable().times(10));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::call).withMessageContaining("503");
	}

	@Test
	void whenTimesIsNoneThenSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhFault.badGateway().times(0))
			.withMessage("times is 0 and must be 1 or more");
	}

	private String outcome() {
		try {
			return String.valueOf(call());
		}
		catch (OvhApiException ex) {
			return String.valueOf(ex.getStatusCode().value());
		}
	}

	private int call() {
		return this.ovh.post("/x").as(Integer.class);
	}

}
