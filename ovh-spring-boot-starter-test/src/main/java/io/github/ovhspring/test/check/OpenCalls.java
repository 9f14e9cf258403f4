package io.github.ovhspring.test.check;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.util.PatternMatchUtils;

/**
 * Calls that need no signature. Thread-safe.
 */
public final class OpenCalls {

	/** Where service accounts get their tokens. */
	public static final String TOKEN = "/auth/oauth2/token";

	/** Page on which the customer validates a consumer key. */
	public static final String VALIDATION = "/auth/";

	private static final Set<String> CALLS = Set.of("GET /auth/time", "POST /auth/credential");

	private static final Set<String> PAGES = Set.of("POST " + TOKEN, "GET " + VALIDATION, "POST " + VALIDATION);

	private final List<String> patterns = new CopyOnWriteArrayList<>();

	/**
	 * Add paths as they go over the wire, where {@code *} stands for anything.
	 */
	public void add(String... patterns) {
		this.patterns.addAll(Arrays.asList(patterns));
	}

	/**
	 * Forget the paths that were added.
	 */
	public void reset() {
		this.patterns.clear();
	}

	/**
	 * Return whether the simulator looks at nothing but the call itself.
	 */
	boolean isNeverChecked(ReceivedCall call) {
		return CALLS.contains(call.method() + " " + call.apiPath())
				|| PAGES.contains(call.method() + " " + call.path());
	}

	/**
	 * Return whether a call without a signature may pass.
	 */
	boolean mayBeUnsigned(ReceivedCall call) {
		return this.patterns.stream().anyMatch((pattern) -> PatternMatchUtils.simpleMatch(pattern, call.path()));
	}

}
