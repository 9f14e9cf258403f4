package io.github.ovhspring.test.stub;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.CallPattern;
import org.jspecify.annotations.Nullable;

/**
 * All that was said in the short form.
 */
public final class OvhStubs {

	private final ApiRoutes routes = new ApiRoutes();

	private final List<PlannedFault> faults = new CopyOnWriteArrayList<>();

	/**
	 * Mean some calls.
	 * @param method their method
	 * @param path their path
	 * @param variables values of the path's placeholders
	 * @return what is to be said about them
	 */
	public OvhStub stub(String method, String path, Object... variables) {
		return new OvhStub(this, CallPattern.of(method, path, variables), 200);
	}

	/**
	 * List objects and give them one by one.
	 * @param path the path of the list
	 * @param idProperty the property that has the id
	 * @param items the objects
	 * @return the collection
	 */
	public OvhCollection collection(String path, String idProperty, Collection<?> items) {
		return new OvhCollection(this, path, idProperty, items);
	}

	/**
	 * Let calls fail.
	 * @param path their path
	 * @param fault how they fail
	 */
	public void fail(String path, OvhFault fault) {
		fail(CallPattern.of(null, path), fault);
	}

	void fail(CallPattern calls, OvhFault fault) {
		this.faults.add(new PlannedFault(calls, fault));
	}

	void answer(CallPattern calls, Function<ApiCall, ApiReply> handler) {
		this.routes.on(calls, handler);
	}

	/**
	 * Answer a call.
	 * @param call the call
	 * @return the answer, or nothing if nothing was said about it
	 */
	public Optional<ApiReply> answer(ApiCall call) {
		return this.routes.answer(call);
	}

	@Nullable OvhFault nextFault(ApiCall call) {
		for (PlannedFault fault : this.faults) {
			if (fault.happensTo(call)) {
				return fault.fault();
			}
		}
		return null;
	}

	/**
	 * Forget all that was said.
	 */
	public void reset() {
		this.routes.clear();
		this.faults.clear();
	}

}
