package io.github.ovhspring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Clock of the simulator, which can be wrong on purpose.
 */
final class SimulatedClock {

	/** How far a timestamp may be off. Ours: nobody has published the API's own. */
	static final Duration WINDOW = Duration.ofSeconds(30);

	private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,18}");

	private volatile Duration offset = Duration.ZERO;

	void setOffset(Duration offset) {
		this.offset = offset;
	}

	Instant instant() {
		return Instant.now().plus(this.offset);
	}

	long epochSecond() {
		return instant().getEpochSecond();
	}

	boolean accepts(@Nullable String timestamp) {
		return timestamp != null && TIMESTAMP.matcher(timestamp).matches()
				&& Math.abs(epochSecond() - Long.parseLong(timestamp)) <= WINDOW.toSeconds();
	}

}
