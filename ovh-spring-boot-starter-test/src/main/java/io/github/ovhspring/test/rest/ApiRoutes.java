package io.github.ovhspring.test.rest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

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
		this.routes.add(0, new Route(method, PathPatternParser.defaultInstance.parse(path), handler));
		return this;
	}

	/**
	 * Answer a call.
	 * @param call the call
	 * @return the answer, or nothing if there is no route
	 */
	public Optional<ApiReply> answer(ApiCall call) {
		return this.routes.stream().map((route) -> route.answer(call)).flatMap(Optional::stream).findFirst();
	}

	private record Route(String method, PathPattern path, Function<ApiCall, ApiReply> handler) {

		Optional<ApiReply> answer(ApiCall call) {
			return this.method.equals(call.method())
					? Optional.ofNullable(this.path.matchAndExtract(call.path())).map((match) -> reply(call, match))
					: Optional.empty();
		}

		private ApiReply reply(ApiCall call, PathPattern.PathMatchInfo match) {
			try {
				return Page.of(call).cut(this.handler.apply(call.with(match.getUriVariables())));
			}
			catch (ApiRefusal refusal) {
				return refusal.reply();
			}
		}

	}

}
