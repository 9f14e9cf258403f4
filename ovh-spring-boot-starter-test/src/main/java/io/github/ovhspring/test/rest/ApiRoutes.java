package io.github.ovhspring.test.rest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Which calls are answered, and by whom. Of several routes for a call the newest one
 * answers. Lists are answered in pages to those who ask for pages.
 */
public final class ApiRoutes {

	private final List<Route> routes = new CopyOnWriteArrayList<>();

	/**
	 * Add a route.
	 * @param method the method
	 * @param path the path, {@code /me/bill/{billId}} or {@code /v2/iam/policy}
	 * @param handler answers the call, or throws an {@link ApiRefusal}
	 * @return the routes
	 */
	public ApiRoutes on(String method, String path, Function<ApiCall, ApiReply> handler) {
		return on(CallPattern.of(method, path), handler);
	}

	/**
	 * Add a route.
	 * @param calls the calls that are answered
	 * @param handler answers them, or throws an {@link ApiRefusal}
	 * @return the routes
	 */
	public ApiRoutes on(CallPattern calls, Function<ApiCall, ApiReply> handler) {
		this.routes.add(0, new Route(calls, handler));
		return this;
	}

	/**
	 * Forget all routes.
	 */
	public void clear() {
		this.routes.clear();
	}

	/**
	 * Answer a call.
	 * @param call the call
	 * @return the answer, or nothing if there is no route
	 */
	public Optional<ApiReply> answer(ApiCall call) {
		return this.routes.stream().map((route) -> route.answer(call)).flatMap(Optional::stream).findFirst();
	}

	private record Route(CallPattern calls, Function<ApiCall, ApiReply> handler) {

		Optional<ApiReply> answer(ApiCall call) {
			return this.calls.match(call).map(this::reply);
		}

		private ApiReply reply(ApiCall call) {
			try {
				return Page.of(call).cut(this.handler.apply(call));
			}
			catch (ApiRefusal refusal) {
				return refusal.reply();
			}
		}

	}

}
