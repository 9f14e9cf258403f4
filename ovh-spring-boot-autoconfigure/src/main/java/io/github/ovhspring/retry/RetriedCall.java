package io.github.ovhspring.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

import io.github.ovhspring.http.CallAttributes;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.http.HttpRequest;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * What is to become of one call after each failure.
 */
final class RetriedCall implements RetryPolicy, BackOffExecution {

	private static final Log logger = LogFactory.getLog(RetryInterceptor.class);

	// Whoever is asked to wait longer can do something else meanwhile.
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final HttpRequest request;

	private final RetrySettings settings;

	private final RetryBudget budget;

	private final RetryTimer timer;

	private int attempt = 1;

	private Duration wait = Duration.ZERO;

	private boolean interrupted;

	RetriedCall(HttpRequest request, RetrySettings settings, RetryBudget budget, RetryTimer timer) {
		this.request = request;
		this.settings = settings;
		this.budget = budget;
		this.timer = timer;
	}

	@Override
	public boolean shouldRetry(Throwable failure) {
		if (failure instanceof IOException ex && RetryRules.allow(this.request.getMethod(), ex)
				&& this.attempt < this.settings.maxAttempts() && !Thread.currentThread().isInterrupted()
				&& isWorthWaiting(ex) && isWithinBudget(ex)) {
			prepare(ex);
			return true;
		}
		return false;
	}

	private boolean isWorthWaiting(IOException failure) {
		this.wait = Duration.ofNanos((long) (this.settings.longestDelay(this.attempt).toNanos() * this.timer.random()));
		if (failure instanceof FailedAnswer answer) {
			Duration asked = RetryAfter.of(answer.response().getHeaders(), this.timer.now());
			if (asked.compareTo(LONGEST_WAIT) > 0) {
				log(failure, "not sent again, since the API asks to wait for " + asked.toSeconds() + " s");
				return false;
			}
			this.wait = (asked.compareTo(this.wait) > 0) ? asked : this.wait;
		}
		return true;
	}

	private boolean isWithinBudget(IOException failure) {
		boolean taken = this.budget.take();
		if (!taken) {
			log(failure, "not sent again, since too many calls have failed");
		}
		return taken;
	}

	private void prepare(IOException failure) {
		String outcome = log(failure, "sent again after " + this.wait.toMillis() + " ms");
		if (failure instanceof FailedAnswer answer) {
			answer.response().close();
		}
		CallAttributes.addFailure(this.request, new IOException(outcome, failure));
		this.attempt++;
	}

	private String log(IOException failure, String consequence) {
		String outcome = "attempt " + this.attempt + " of " + this.settings.maxAttempts() + ": "
				+ ((failure instanceof FailedAnswer) ? failure.getMessage() : failure) + ", " + consequence;
		logger.debug(LogMessage.of(() -> this.request.getAttributes().get(CallAttributes.CLIENT) + ": "
				+ this.request.getMethod() + " " + CallAttributes.template(this.request) + " " + outcome));
		return outcome;
	}

	@Override
	public BackOff getBackOff() {
		return () -> this;
	}

	/**
	 * Wait, so that nothing is left to wait for the template, whose waits tests could not
	 * do without.
	 */
	@Override
	public long nextBackOff() {
		try {
			this.timer.sleep(this.wait);
		}
		catch (InterruptedException ex) {
			// The template ends the call for that.
			this.interrupted = true;
			Thread.currentThread().interrupt();
		}
		return 0;
	}

	/**
	 * Return the failure that ends the call: the given one, unless the thread was
	 * interrupted while it waited to do better.
	 */
	Throwable failure(Throwable last) {
		return this.interrupted ? new InterruptedIOException("Interrupted while waiting to send the call again") : last;
	}

}
