package io.github.ovhspring.test.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.CallPattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls for which it is to be said what they answer:
 *
 * <pre class="code">
 * ovh.get("/me/bill/{id}", "FR1").answers(new Bill("FR1"));
 * ovh.post("/email/domain/{domain}/redirection").fails(409, "Client::Conflict", "There is one");
 * </pre>
 *
 * Of several answers for a call the one that was said last is given.
 */
public final class OvhStub {

	private final OvhStubs stubs;

	private final CallPattern calls;

	private final int status;

	OvhStub(OvhStubs stubs, CallPattern calls, int status) {
		this.stubs = stubs;
		this.calls = calls;
		this.status = status;
	}

	/**
	 * Mean those of the calls only that have a parameter in their query.
	 * @param name the parameter's name
	 * @param value its value, compared as text
	 * @return the narrower stub
	 */
	public OvhStub query(String name, Object value) {
		return new OvhStub(this.stubs, this.calls.withQuery(name, String.valueOf(value)), this.status);
	}

	/**
	 * Answer with a status other than 200.
	 * @param status the HTTP status
	 * @return the stub
	 */
	public OvhStub status(int status) {
		return new OvhStub(this.stubs, this.calls, status);
	}

	/**
	 * Say what the calls answer. Lists are given in pages to those who ask for pages.
	 * @param body the body, written as JSON by Jackson; a {@link String} is JSON already,
	 * and {@code null} is what the API answers where there is nothing to say
	 * @param next bodies of the following calls, the last of which is that of all further
	 * calls too
	 * @throws IllegalArgumentException if a text is not JSON
	 */
	public void answers(@Nullable Object body, @Nullable Object... next) {
		List<JsonNode> bodies = new ArrayList<>();
		bodies.add(Json.of(body));
		for (Object following : next) {
			bodies.add(Json.of(following));
		}
		AtomicInteger calls = new AtomicInteger();
		this.stubs.answer(this.calls,
				(call) -> new ApiReply(this.status, bodies.get(Math.min(calls.getAndIncrement(), bodies.size() - 1))));
	}

	/**
	 * Let the calls fail as the API does, whatever else answers them.
	 * @param status the HTTP status
	 * @param errorClass the API's class of errors, such as {@code Client::NotFound}
	 * @param message the message
	 */
	public void fails(int status, String errorClass, String message) {
		fails(OvhFault.error(status, errorClass, message));
	}

	/**
	 * Let the calls fail, whatever else answers them.
	 * @param fault how they fail
	 */
	public void fails(OvhFault fault) {
		this.stubs.fail(this.calls, fault);
	}

}
