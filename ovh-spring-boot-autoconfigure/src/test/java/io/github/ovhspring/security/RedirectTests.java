package io.github.ovhspring.security;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nothing is ever sent to where a redirect points.
 */
class RedirectTests {

	private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);

	private final LoopbackServer elsewhere = LoopbackServer.start((call) -> Reply.json("{}"));

	private final SigningApi api = new SigningApi((call) -> redirect());

	private final LoopbackServer server = LoopbackServer.start(this::answer);

	private volatile int status;

	private volatile String location = "";

	private volatile boolean timeToo;

	private Reply redirect() {
		return Reply.of(this.status, "", "", "Location: " + this.location);
	}

	private Reply answer(Call call) {
		boolean bare = call.target().equals(Transport.TOKEN_PATH) || this.timeToo;
		return bare ? redirect() : this.api.apply(call);
	}

	@AfterEach
	void stop() {
		this.server.close();
		this.elsewhere.close();
	}

	@ParameterizedTest
	@EnumSource
	void shouldNotFollowForTheClient(Transport transport) {
		assertNotFollowed(transport, (context) -> context.getBean(OvhClient.class).get("/me").send());
		assertNotFollowed(transport,
				(context) -> context.getBean(OvhClient.class).post("/me").body(Map.of("a", 1)).send());
	}

	@ParameterizedTest
	@EnumSource
	void shouldNotFollowForTheHttpServiceGroup(Transport transport) {
		assertNotFollowed(transport, (context) -> context.getBean(MeApi.class).me());
		assertNotFollowed(transport, (context) -> context.getBean(MeApi.class).update(Map.of("a", 1)));
	}

	@ParameterizedTest
	@EnumSource
	void shouldNotFollowForTheTokenRequest(Transport transport) {
		assertNotFollowed(transport, (context) -> context.getBean(OvhClients.class).get("robot").get("/me").send());
		assertThat(this.server.calls()).isNotEmpty()
			.allSatisfy((call) -> assertThat(call.target()).isEqualTo(Transport.TOKEN_PATH));
	}

	@ParameterizedTest
	@EnumSource
	void shouldNotFollowForTheTime(Transport transport) {
		this.timeToo = true;
		assertNotFollowed(transport, (context) -> context.getBean(OvhClient.class).serverTime());
		assertNotFollowed(transport, (context) -> context.getBean(OvhClient.class).get("/me").send());
		assertThat(this.server.calls()).isNotEmpty()
			.allSatisfy((call) -> assertThat(call.target()).isEqualTo("/1.0/auth/time"));
	}

	private void assertNotFollowed(Transport transport, Consumer<ApplicationContext> call) {
		List<String> locations = List.of("http://localhost:" + this.server.port() + "/1.0/target",
				"http://" + this.elsewhere.authority() + "/1.0/target",
				"https://" + this.elsewhere.authority() + "/1.0/target",
				"//" + this.elsewhere.authority() + "/1.0/target", "/1.0/target", "target", "?target");
		transport.runner(this.server)
			.withUserConfiguration(App.class)
			.withPropertyValues("spring.http.clients.redirects=follow",
					"spring.http.serviceclient.ovh.redirects=follow")
			.run((context) -> STATUSES.forEach((status) -> locations.forEach((location) -> {
				this.status = status;
				this.location = location;
				assertThatExceptionOfType(OvhApiException.class).as("%s to %s", status, location)
					.isThrownBy(() -> call.accept(context))
					.withMessageContaining(": " + status)
					.withMessageContaining("Redirects are not followed");
			})));
		assertThat(this.elsewhere.accepted()).isZero();
		assertThat(this.server.calls()).isNotEmpty()
			.allSatisfy((received) -> assertThat(received.target()).doesNotContain("target"));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "ovh", types = MeApi.class)
	static class App {

	}

	interface MeApi {

		@GetExchange("/me")
		Map<String, Object> me();

		@PostExchange("/me")
		void update(@RequestBody Map<String, Object> me);

	}

}
