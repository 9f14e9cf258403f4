package io.github.ovhspring.test.check;

import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedClock;
import io.github.ovhspring.test.account.SimulatedConsumerKey;

/**
 * Ways in which keys, method or time that were signed may differ from those that came.
 */
final class OtherDeviations {

	private static final long SECONDS = 4 * SimulatedClock.WINDOW.toSeconds();

	private OtherDeviations() {
	}

	static Stream<Deviation> ofKeys(SignedText text, SimulatedConsumerKey key) {
		SimulatedApplication application = key.application();
		return Stream.of(secret(text, "the application key in place of the secret", application.applicationKey()),
				secret(text, "the consumer key in place of the secret", text.consumerKey()),
				secret(text, "no secret", ""),
				secret(text, "a secret with a line end", text.applicationSecret() + "\n"),
				secret(text, "a secret with a space after it", text.applicationSecret() + " "),
				secret(text, "a secret with a space before it", " " + text.applicationSecret()),
				new Deviation("no consumer key", text.withConsumerKey("")),
				new Deviation("the consumer key and the secret in each other's place",
						text.withSecret(text.consumerKey()).withConsumerKey(text.applicationSecret())),
				new Deviation("the application key in place of the consumer key",
						text.withConsumerKey(application.applicationKey())));
	}

	static Stream<Deviation> ofOtherKeys(SignedText text, SimulatedConsumerKey key, SimulatedKeys keys) {
		return Stream
			.of(keys.applications()
				.stream()
				.filter((other) -> !other.equals(key.application()))
				.map((other) -> secret(text, "the secret of another, " + other, other.applicationSecret())),
					keys.consumerKeys()
						.stream()
						.filter((other) -> other != key)
						.map((other) -> new Deviation("another consumer key, " + other,
								text.withConsumerKey(other.consumerKey()))))
			.flatMap((deviations) -> deviations);
	}

	private static Deviation secret(SignedText text, String what, String secret) {
		return new Deviation(what, text.withSecret(secret));
	}

	static Stream<Deviation> ofMethod(SignedText text) {
		return Stream
			.concat(Stream.of(text.method().toLowerCase(Locale.ROOT)),
					Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"))
			.filter((method) -> !method.equals(text.method()))
			.map((method) -> new Deviation("the method as " + method, text.withMethod(method)));
	}

	static Stream<Deviation> ofTime(SignedText text) {
		long timestamp = Long.parseLong(text.timestamp());
		return Stream.concat(
				Stream.of(new Deviation("no timestamp", text.withTimestamp("")),
						new Deviation("the timestamp in milliseconds", text.withTimestamp(text.timestamp() + "000"))),
				LongStream.rangeClosed(-SECONDS, SECONDS)
					.filter((seconds) -> seconds != 0)
					.mapToObj((seconds) -> new Deviation(
							"another timestamp than X-Ovh-Timestamp, by %+d seconds".formatted(seconds),
							text.withTimestamp(Long.toString(timestamp + seconds)))));
	}

}
