package io.github.ovhspring.endurance;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.jspecify.annotations.Nullable;

/**
 * API that tells each caller who it is and which call this was. Its clock is set while it
 * is in use, a quarter of the calls in, and set back after half of them; its tokens live
 * for seconds.
 */
final class RestlessApi implements Function<Call, Reply> {

	static final String TOKEN_PATH = "/token";

	private static final Duration STEP = Duration.ofMinutes(10);

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private final SigningApi signed = new SigningApi(this::echo);

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger times = new AtomicInteger();

	private final AtomicInteger tokens = new AtomicInteger();

	private final CountDownLatch threeQuarters = new CountDownLatch(1);

	private final int total;

	RestlessApi(int total) {
		this.total = total;
	}

	@Override
	public Reply apply(Call call) {
		if (call.target().equals(TOKEN_PATH)) {
			return Reply
				.json("{\"access_token\":\"token-%d\",\"expires_in\":2}".formatted(this.tokens.incrementAndGet()));
		}
		if (call.target().endsWith("/auth/time")) {
			this.times.incrementAndGet();
			return this.signed.apply(call);
		}
		happen(this.calls.incrementAndGet());
		String bearer = call.header("Authorization");
		return (bearer != null) ? bearer(call, bearer) : this.signed.apply(call);
	}

	private void happen(int number) {
		if (number == this.total / 4) {
			this.signed.setOffset(STEP);
		}
		else if (number == this.total / 2) {
			this.signed.setOffset(Duration.ZERO);
		}
		else if (number == this.total / 4 * 3) {
			this.threeQuarters.countDown();
		}
	}

	private Reply bearer(Call call, String bearer) {
		int newest = this.tokens.get();
		Set<String> valid = Set.of("Bearer token-" + newest, "Bearer token-" + (newest - 1));
		return valid.contains(bearer) ? echo(call) : Reply.error(401, "{\"message\":\"This token is not valid\"}");
	}

	private Reply echo(Call call) {
		String customer = customer(call.header("X-Ovh-Consumer"));
		Matcher number = NUMBER.matcher(call.body().length > 0 ? call.text() : call.target().replace("/1.0/", "/"));
		return Reply
			.json("{\"customer\":\"%s\",\"call\":%s}".formatted(customer, number.find() ? number.group() : "-1"));
	}

	private static String customer(@Nullable String consumerKey) {
		return (consumerKey != null) ? consumerKey : "service";
	}

	/** Wait until three of four calls have come. */
	void awaitThreeQuarters() throws InterruptedException {
		this.threeQuarters.await();
	}

	int times() {
		return this.times.get();
	}

	int tokens() {
		return this.tokens.get();
	}

}
