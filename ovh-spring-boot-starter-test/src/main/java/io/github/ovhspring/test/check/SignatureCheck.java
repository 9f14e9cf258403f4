package io.github.ovhspring.test.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedApplication;
import io.github.ovhspring.test.account.SimulatedClock;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.rest.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * Refuses signed calls whose keys, time or signature are not right, or which their
 * consumer key does not allow.
 */
final class SignatureCheck {

	private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,18}");

	// About the key itself, so that it needs no rule for them.
	private static final Set<String> OWN_CALLS = Set.of("GET /auth/currentCredential", "GET /auth/details",
			"POST /auth/logout");

	private final SimulatedKeys keys;

	private final SimulatedClock clock;

	SignatureCheck(SimulatedKeys keys, SimulatedClock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	@Nullable Refusal refusal(ReceivedCall call, String signature) {
		Optional<SimulatedApplication> application = this.keys.application(text(call.applicationKey()));
		if (application.isEmpty()) {
			return new Refusal(ApiError.INVALID_KEY, "there is no application with its X-Ovh-Application");
		}
		Optional<SimulatedConsumerKey> key = this.keys.findConsumerKey(text(call.consumerKey()));
		if (key.isEmpty()) {
			return new Refusal(ApiError.NOT_CREDENTIAL, "there is no consumer key like its X-Ovh-Consumer");
		}
		if (!key.get().application().equals(application.get())) {
			return new Refusal(ApiError.NOT_CREDENTIAL, "its X-Ovh-Application is that of " + application.get()
					+ ", but its X-Ovh-Consumer is " + key.get());
		}
		return refusal(call, signature, key.get());
	}

	private @Nullable Refusal refusal(ReceivedCall call, String signature, SimulatedConsumerKey key) {
		String timestamp = text(call.timestamp());
		if (!TIMESTAMP.matcher(timestamp).matches()) {
			return new Refusal(ApiError.QUERY_TIME_OUT,
					"its X-Ovh-Timestamp is '" + timestamp + "', not a number of seconds since 1970");
		}
		if (!this.clock.accepts(Long.parseLong(timestamp))) {
			long seconds = Long.parseLong(timestamp) - this.clock.instant().getEpochSecond();
			return new Refusal(ApiError.QUERY_TIME_OUT,
					"its X-Ovh-Timestamp is %+d seconds from the simulator's clock, where %d are allowed"
						.formatted(seconds, SimulatedClock.WINDOW.toSeconds()));
		}
		SignedText expected = new SignedText(key.application().applicationSecret(), key.consumerKey(), call.method(),
				call.url(), call.body(), timestamp);
		if (!expected.signature().equals(signature) && !expected.withoutPort().signature().equals(signature)) {
			return new Refusal(ApiError.INVALID_SIGNATURE,
					new SignatureDiagnosis(signature, expected, key, this.keys).explain());
		}
		return refusal(call, key);
	}

	private @Nullable Refusal refusal(ReceivedCall call, SimulatedConsumerKey key) {
		if (key.state() != ConsumerKeyState.VALIDATED) {
			return new Refusal(ApiError.INVALID_CREDENTIAL, "its key is " + key);
		}
		if (!key.allowsFrom(call.from())) {
			return new Refusal(ApiError.NOT_GRANTED_CALL,
					"it came from " + call.from() + ", but " + key + " may be used from " + key.allowedIps() + " only");
		}
		String path = call.apiPath();
		// What is no call of the API is not there, whatever is granted.
		if (!path.isEmpty() && !OWN_CALLS.contains(call.method() + " " + path) && !key.allows(call.method(), path)) {
			return new Refusal(ApiError.NOT_GRANTED_CALL,
					key + " has no rule for " + call.method() + " " + path + ". It has " + key.rules());
		}
		key.use();
		return null;
	}

	private static String text(@Nullable String header) {
		return (header != null) ? header : "";
	}

}
