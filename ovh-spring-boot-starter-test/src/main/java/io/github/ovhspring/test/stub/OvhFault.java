package io.github.ovhspring.test.stub;

import java.time.Duration;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.ovhspring.test.rest.ApiRefusal;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A way to fail that the API or the network before it was seen to have. A fault stays
 * until the simulator is reset, unless it is said how often it happens:
 *
 * <pre class="code">
 * ovh.fails("/me/bill", OvhFault.tooManyRequests(Duration.ofSeconds(2)).times(2));
 * </pre>
 *
 * Immutable.
 */
public final class OvhFault {

	/**
	 * Transformer that does not exist, by which answers of faults are told from others.
	 */
	static final String MARK = "ovh-fault";

	private final Duration delay;

	private final @Nullable ResponseDefinition answer;

	private final int times;

	private OvhFault(Duration delay, @Nullable ResponseDefinition answer, int times) {
		this.delay = delay;
		this.answer = answer;
		this.times = times;
	}

	private static OvhFault of(ResponseDefinitionBuilder answer) {
		return new OvhFault(Duration.ZERO, answer.withTransformers(MARK).build(), Integer.MAX_VALUE);
	}

	/**
	 * An error of the API.
	 * @param status the HTTP status
	 * @param errorClass the API's class of errors, such as {@code Client::NotFound}
	 * @param message the message
	 * @return the fault
	 */
	public static OvhFault error(int status, String errorClass, String message) {
		return of(json(status, errorClass, message));
	}

	private static ResponseDefinitionBuilder json(int status, String errorClass, String message) {
		return ResponseDefinitionBuilder.like(new ApiRefusal(status, errorClass, message).reply().definition());
	}

	/**
	 * Status 429, with the header {@code Retry-After}. Nobody has seen OVHcloud send that
	 * header; it is HTTP's own.
	 * @param retryAfter after which time to try again, in whole seconds
	 * @return the fault
	 */
	public static OvhFault tooManyRequests(Duration retryAfter) {
		return of(json(429, "Client::TooManyRequests", "Too many requests").withHeader("Retry-After",
				String.valueOf(retryAfter.toSeconds())));
	}

	/**
	 * Status 500, as the API answers what goes wrong on its side. What was asked for may
	 * have been done all the same.
	 * @return the fault
	 */
	public static OvhFault internalServerError() {
		return error(500, "Server::InternalServerError", "Internal server error");
	}

	/**
	 * Status 408 with a page of HTML, as the load balancer before the API answers.
	 * @return the fault
	 */
	public static OvhFault requestTimeout() {
		return of(html(408, "Request Time-out"));
	}

	/**
	 * Status 502 with a page of HTML, as the load balancer before the API answers.
	 * @return the fault
	 */
	public static OvhFault badGateway() {
		return of(html(502, "Bad Gateway"));
	}

	/**
	 * Status 503 with a page of HTML, as load balancers answer.
	 * @return the fault
	 */
	public static OvhFault serviceUnavailable() {
		return of(html(503, "Service Unavailable"));
	}

	private static ResponseDefinitionBuilder html(int status, String reason) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(status)
			.withHeader("Content-Type", "text/html")
			.withBody("<html><body><h1>%d %s</h1></body></html>%n".formatted(status, reason));
	}

	/**
	 * The connection is reset instead of an answer.
	 * @return the fault
	 */
	public static OvhFault connectionReset() {
		return of(ResponseDefinitionBuilder.responseDefinition().withFault(Fault.CONNECTION_RESET_BY_PEER));
	}

	/**
	 * The connection is closed instead of an answer.
	 * @return the fault
	 */
	public static OvhFault noAnswer() {
		return of(ResponseDefinitionBuilder.responseDefinition().withFault(Fault.EMPTY_RESPONSE));
	}

	/**
	 * Status 200, and the connection is closed in the midst of a chunk of the body.
	 * @return the fault
	 */
	public static OvhFault halfBody() {
		return of(ResponseDefinitionBuilder.responseDefinition().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
	}

	/**
	 * Status 200 with a body that is whole for HTTP and is not JSON.
	 * @return the fault
	 */
	public static OvhFault malformedJson() {
		return of(success("{\"nichandle\":\"al47"));
	}

	/**
	 * Status 200 without a body, which the API was seen to answer at times.
	 * @return the fault
	 */
	public static OvhFault emptyBody() {
		return of(success(""));
	}

	private static ResponseDefinitionBuilder success(String body) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(200)
			.withHeader("Content-Type", "application/json; charset=utf-8")
			.withBody(body);
	}

	/**
	 * The answer is what it would be, and comes late.
	 * @param delay how late
	 * @return the fault
	 */
	public static OvhFault delay(Duration delay) {
		return new OvhFault(delay, null, Integer.MAX_VALUE);
	}

	/**
	 * Let this happen some times only, after which calls are answered as if nothing had
	 * been.
	 * @param times how often, at least once
	 * @return the fault
	 */
	public OvhFault times(int times) {
		Assert.isTrue(times > 0, () -> "times is " + times + " and must be 1 or more");
		return new OvhFault(this.delay, this.answer, times);
	}

	/**
	 * Let this happen once, after which calls are answered as if nothing had been.
	 * @return the fault
	 */
	public OvhFault once() {
		return times(1);
	}

	int times() {
		return this.times;
	}

	Duration delay() {
		return this.delay;
	}

	@Nullable ResponseDefinition answer() {
		return this.answer;
	}

}
