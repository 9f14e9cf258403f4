package io.github.ovhspring.security;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Calls go to the endpoint and nowhere else: what would go elsewhere is refused before
 * anything is sent to anyone.
 */
class OtherOriginTests {

	private final LoopbackServer elsewhere = LoopbackServer.start((call) -> Reply.json("{}"));

	private final LoopbackServer server = LoopbackServer.start(new SigningApi());

	private final String host = this.elsewhere.authority();

	@AfterEach
	void stop() {
		this.server.close();
		this.elsewhere.close();
	}

	private Stream<String> paths() {
		return Stream
			.of("http://%s/1.0/me", "HTTP://%s/1.0/me", "https://%s/", "http:/%s/x", "http:\\\\%s/x", "//%s/1.0/me",
					"///%s/1.0/me", "/\\%s/1.0/me", "\\\\%s/1.0/me", "\\/%s/x", "/..//%s/1.0/me", "/../%s/x", "/./%s/x",
					"/%%2e%%2e//%s/x", "/%%2E./%s/x", "/a/..//%s/x", "/..%%2f%%2F%s/x", "/..%%5C%%5c%s/x",
					"/%%2e%%2e%%2f%s/x", "/a%%2F..%%2F%s/x", "/..\\%s/x", "/\\..\\%s/x", "@%s/1.0/me", ":1@%s/1.0/me",
					".%s/x", "?@%s/x", "#@%s/x", "/me#@%s/x", " //%s/x", "\t//%s/x", "\r\n//%s/x", "%s/x")
			.map((path) -> path.formatted(this.host));
	}

	private Stream<URI> uris() {
		return Stream
			.of("http://%1$s/1.0/me", "https://%1$s/1.0/me", "HTTP://%1$s/x", "//%1$s/1.0/me",
					"http://%2$s@%1$s/1.0/me", "http://user:pw@%2$s/1.0/me", "http://localhost:%3$s/1.0/me",
					"http://127.0.0.1.:%3$s/1.0/me", "http://127.1:%3$s/1.0/me", "http://2130706433:%3$s/1.0/me",
					"http://[::1]:%3$s/1.0/me", "http://[::ffff:127.0.0.1]:%3$s/1.0/me", "https://%2$s/1.0/me",
					"http://a_b/1.0/me", "http://%2$s%%2f@%1$s/x", "ws://%2$s/1.0/me", "file:///etc/passwd",
					"mailto:x@example.com")
			.map((uri) -> URI.create(uri.formatted(this.host, this.server.authority(), this.server.port())));
	}

	@ParameterizedTest
	@EnumSource
	void whenAPathNamesAnotherServerThenRefusesIt(Transport transport) {
		run(transport, (context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			paths().forEach((path) -> {
				assertRefused(path, () -> client.get(path).send());
				assertRefused(path, () -> client.get(path).unauthenticated().send());
				assertRefused(path, () -> client.getAll(path + "{id}", List.of(1), String.class));
				assertRefused(path, () -> client.restClient().get().uri(path).retrieve().toBodilessEntity());
				assertRefused(path,
						() -> client.restClient()
							.get()
							.uri((uri) -> uri.path(path).build())
							.retrieve()
							.toBodilessEntity());
			});
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenAUriIsOfAnotherServerThenRefusesIt(Transport transport) {
		run(transport, (context) -> {
			RestClient restClient = context.getBean(OvhClient.class).restClient();
			uris().forEach((uri) -> {
				assertRefused(uri, () -> restClient.get().uri(uri).retrieve().toBodilessEntity());
				assertRefused(uri, () -> restClient.post().uri(uri).body("x").retrieve().toBodilessEntity());
				assertRefused(uri, () -> context.getBean(MeApi.class).anywhere(uri));
			});
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenAnInterfaceNamesAnotherServerThenRefusesIt(Transport transport) {
		run(transport, (context) -> {
			assertRefused("@HttpExchange(url)", () -> context.getBean(ElsewhereApi.class).me());
			assertRefused("@GetExchange(//)", () -> context.getBean(MeApi.class).scheme());
			assertRefused("UriBuilderFactory", () -> context.getBean(MeApi.class)
				.by(new DefaultUriBuilderFactory("http://" + this.host + "/1.0")));
		});
	}

	@ParameterizedTest
	@EnumSource
	void whenTheApplicationPointsTheRestClientElsewhereThenRefusesIt(Transport transport) {
		run(transport, (context) -> {
			RestClient.Builder mutated = context.getBean(OvhClient.class)
				.restClient()
				.mutate()
				.uriBuilderFactory(new DefaultUriBuilderFactory("http://" + this.host + "/1.0"));
			assertRefused("mutate()", () -> mutated.build().get().uri("/me").retrieve().toBodilessEntity());
			OvhClient rewritten = context.getBean(OvhClient.class)
				.mutate()
				.configureRestClient((builder) -> builder.requestInterceptor(
						(request, body, execution) -> execution.execute(moved(request, this.host), body)))
				.build();
			assertRefused("interceptor", () -> rewritten.get("/me").send());
			assertRefused("interceptor", () -> rewritten.get("/me").unauthenticated().send());
		});
	}

	private static HttpRequest moved(HttpRequest request, String host) {
		return new HttpRequestWrapper(request) {

			@Override
			public URI getURI() {
				return URI.create("http://" + host + super.getURI().getRawPath());
			}

		};
	}

	@ParameterizedTest
	@EnumSource
	void whatOnlyLooksLikeAnotherServerIsAPathOfTheEndpoint(Transport transport) {
		transport.runner(this.server).run((context) -> {
			OvhClient client = context.getBean(OvhClient.class);
			for (String path : List.of("/%2F%2Fhost/x", "/%2fhost", "/%5C%5Chost", "/@host/x", "/:80@host/x",
					"/http://host/x", "/;@host", "/x?u=http://host/", "/x?y=/..//host")) {
				client.get(path).send();
				assertThat(this.server.lastCall().target()).isEqualTo("/1.0" + path);
				assertThat(this.server.lastCall().header("Host")).isEqualTo(this.server.authority());
			}
		});
	}

	private void run(Transport transport, Attempts attempts) {
		transport.runner(this.server)
			.withUserConfiguration(App.class)
			.withPropertyValues("elsewhere=" + this.host)
			.run(attempts::in);
		assertThat(this.elsewhere.accepted()).isZero();
		assertThat(this.server.accepted()).isZero();
		assertThat(this.server.calls()).extracting(Call::target).isEmpty();
	}

	private static void assertRefused(Object what, ThrowingCallable call) {
		assertThatIllegalArgumentException().as(what.toString()).isThrownBy(call).withMessageNotContaining("pw");
	}

	interface Attempts {

		void in(ApplicationContext context);

	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh", types = { MeApi.class, ElsewhereApi.class })
	static class App {

	}

	interface MeApi {

		@GetExchange("/me")
		Map<String, Object> anywhere(URI uri);

		@GetExchange("/me")
		Map<String, Object> by(UriBuilderFactory factory);

		@GetExchange("//${elsewhere}/me")
		Map<String, Object> scheme();

	}

	@HttpExchange(url = "http://${elsewhere}/1.0")
	interface ElsewhereApi {

		@GetExchange("/me")
		Map<String, Object> me();

	}

}
