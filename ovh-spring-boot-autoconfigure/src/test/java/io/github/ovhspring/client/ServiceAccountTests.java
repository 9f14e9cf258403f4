package io.github.ovhspring.client;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for service accounts, access tokens, and credentials that change.
 */
class ServiceAccountTests {

	private static final String TOKEN_PATH = "/auth/oauth2/token";

	private final AtomicInteger tokens = new AtomicInteger();

	private volatile String valid = "Bearer token1";

	private final LoopbackServer server = LoopbackServer.start(this::answer);

	private final OvhClient client = TestClients.builder(this.server)
		.credentials(OvhCredentials.serviceAccount("client-e", "hush"))
		.tokenUri(URI.create("http://" + this.server.authority() + TOKEN_PATH))
		.build();

	private Reply answer(Call call) {
		if (call.target().equals(TOKEN_PATH)) {
			return Reply.json("{\"access_token\":\"token" + this.tokens.incrementAndGet()
					+ "\",\"token_type\":\"Bearer\",\"expires_in\":3599,\"scope\":\"all\"}");
		}
		return this.valid.equals(call.header("Authorization")) ? Reply.json("{}")
				: Reply.error(401, "{\"class\":\"Client::Unauthorized\",\"message\":\"You must login first\"}");
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void shouldGetATokenAndUseIt() {
		this.client.get("/me").send();
		this.client.get("/me").send();
		assertThat(this.server.calls()).extracting(Call::target).containsExactly(TOKEN_PATH, "/1.0/me", "/1.0/me");
		Call request = this.server.calls().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.text()).isEqualTo("grant_type=client_credentials&scope=all");
		assertThat(request.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
		assertThat(request.header("Authorization")).isEqualTo("Basic Y2xpZW50LWU6aHVzaA==");
		assertThat(this.server.lastCall().headers()).doesNotContainKeys("X-Ovh-Application", "X-Ovh-Signature");
	}

	@Test
	void whenUnauthenticatedThenHasNoHeaderOfTheKind() {
		this.valid = "none";
		assertThatExceptionOfType(OvhApiException.Unauthorized.class)
			.isThrownBy(() -> this.client.get("/me").unauthenticated().send());
		assertThat(this.server.lastCall().headers()).doesNotContainKeys("Authorization", "X-Ovh-Application");
		assertThat(this.tokens).hasValue(0);
	}

	@Test
	void whenATokenIsRefusedThenGetsAnotherOnce() {
		this.client.get("/me").send();
		this.valid = "Bearer token2";
		this.client.post("/me/x").body("{}").send();
		assertThat(this.server.calls()).extracting(Call::target)
			.containsExactly(TOKEN_PATH, "/1.0/me", "/1.0/me/x", TOKEN_PATH, "/1.0/me/x");
		this.valid = "none";
		assertThatExceptionOfType(OvhApiException.Unauthorized.class).isThrownBy(() -> this.client.get("/me/y").send());
		assertThat(this.server.calls("/1.0/me/y")).hasSize(2);
		assertThat(this.tokens).hasValue(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403 })
	void whenTheAccountIsRefusedThenSaysWhy(int status) {
		this.server.answer((call) -> Reply.error(status,
				"{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}"));
		assertThatExceptionOfType(OvhApiException.Unauthorized.class).isThrownBy(() -> this.client.get("/me").send())
			.withMessage("POST /auth/oauth2/token: " + status + " invalid_client \"Client authentication failed\" "
					+ "(X-Ovh-QueryID: EU.ext-3.1234). The client id or secret is wrong, or of another endpoint")
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("invalid_client"))
			.satisfies((ex) -> assertThat(ex.apiMessage()).isEqualTo("Client authentication failed"));
		assertThat(this.server.calls()).hasSize(1);
	}

	@Test
	void whenTheTokenEndpointFailsThenSaysSo() {
		this.server.answer((call) -> Reply.of(503, "text/html", "<h1>Busy</h1>"));
		assertThatExceptionOfType(OvhApiException.ServerError.class).isThrownBy(() -> this.client.get("/me").send())
			.withMessageStartingWith("POST /auth/oauth2/token: 503 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"access_token\":\"\"}", "<html>", "" })
	void whenTheAnswerHasNoTokenThenIsUnreadable(String body) {
		this.server.answer((call) -> Reply.json(body));
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.get("/me").send())
			.withMessageStartingWith("POST /auth/oauth2/token: 200 OK, but ");
	}

	@Test
	void whenRedirectedThenDoesNotSendTheSecretOn() {
		try (LoopbackServer other = LoopbackServer.start(new SigningApi())) {
			this.server.answer((call) -> Reply.of(307, "", "", "Location: " + other.url()));
			assertThatExceptionOfType(OvhApiException.class).isThrownBy(() -> this.client.get("/me").send());
			assertThat(other.accepted()).isZero();
		}
	}

	@Test
	void whenTheEndpointHasNoTokensThenSaysSoBeforeAnythingIsSent() {
		OvhClient client = OvhClient.builder()
			.endpoint(this.server.url())
			.credentials(OvhCredentials.serviceAccount("id", "hush"))
			.build();
		assertThatIllegalStateException().isThrownBy(() -> client.get("/me").send())
			.withMessageContaining("ovh.token-uri");
		assertThat(this.server.accepted()).isZero();
	}

	@Test
	void shouldKnowTheTokenEndpoints() {
		assertThat(OvhEndpoint.OVH_EU.tokenUri()).hasToString("https://www.ovh.com/auth/oauth2/token");
		assertThat(OvhEndpoint.OVH_CA.tokenUri()).hasToString("https://ca.ovh.com/auth/oauth2/token");
		assertThat(OvhEndpoint.OVH_US.tokenUri()).hasToString("https://us.ovhcloud.com/auth/oauth2/token");
		assertThat(OvhEndpoint.KIMSUFI_EU.hasServiceAccounts()).isFalse();
	}

	@Test
	void whenTheTokenEndpointIsNotSecureThenRefusesIt() {
		OvhClient.Builder builder = OvhClient.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenUri(URI.create("http://example.com/token")))
			.withMessageStartingWith("Token endpoint 'http://example.com/token' must be an https:// URL");
		assertThatIllegalArgumentException().isThrownBy(() -> OvhEndpoint.tokenUri("https://a b"))
			.withMessageStartingWith("Token endpoint is not a URL");
	}

	@Test
	void whenThereIsATokenThenUsesItAsItIs() {
		this.valid = "Bearer mine";
		OvhClient client = this.client.mutate().credentials(OvhCredentials.accessToken("mine")).build();
		client.get("/me").send();
		assertThat(client).hasToString("OvhClient for " + this.server.url() + " with an access token");
		this.valid = "none";
		assertThatExceptionOfType(OvhApiException.Unauthorized.class).isThrownBy(() -> client.get("/me/y").send());
		assertThat(this.server.calls("/1.0/me/y")).hasSize(1);
		assertThat(this.tokens).hasValue(0);
	}

	@Test
	void whenCredentialsChangeThenAsksForThemAtEveryAttempt() {
		AtomicReference<OvhCredentials> vault = new AtomicReference<>(OvhCredentials.accessToken("mine"));
		OvhCredentialsProvider provider = vault::get;
		OvhClient client = this.client.mutate().credentials(provider).build();
		this.valid = "Bearer mine";
		client.get("/me").send();
		vault.set(OvhCredentials.accessToken("other"));
		this.valid = "Bearer other";
		client.get("/me").send();
		assertThat(client).hasToString("OvhClient for " + this.server.url() + " with credentials that may change");
		assertThatIllegalStateException().isThrownBy(() -> client.withConsumerKey("x").get("/me").send())
			.withMessageContaining("this client has an access token");
		vault.set(TestClients.CREDENTIALS);
		this.server.answer(new SigningApi());
		client.withConsumerKey("customer").get("/me").send();
		assertThat(this.server.lastCall().header("X-Ovh-Consumer")).isEqualTo("customer");
	}

	@Test
	void whenACallIsSentTwiceThenAsksForCredentialsTwice() {
		AtomicInteger version = new AtomicInteger();
		OvhCredentialsProvider vault = () -> OvhCredentials.serviceAccount("robot" + version.incrementAndGet(), "hush");
		this.valid = "Bearer token2";
		this.client.mutate().credentials(vault).build().get("/me").send();
		assertThat(this.server.calls(TOKEN_PATH)).extracting((call) -> call.header("Authorization"))
			.containsExactly(basic("robot1"), basic("robot2"));
	}

	private static String basic(String clientId) {
		return "Basic " + Base64.getEncoder().encodeToString((clientId + ":hush").getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void whenManyThreadsCallAtOnceThenAsksForOneToken() throws Exception {
		int calls = 100;
		ExecutorService threads = Executors.newFixedThreadPool(calls);
		try {
			CyclicBarrier start = new CyclicBarrier(calls);
			List<Future<?>> results = new ArrayList<>();
			for (int i = 0; i < calls; i++) {
				results.add(threads.submit(() -> {
					start.await();
					this.client.get("/me").send();
					return null;
				}));
			}
			for (Future<?> result : results) {
				result.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.tokens).hasValue(1);
		assertThat(this.server.calls("/1.0/me")).hasSize(calls);
	}

	@Test
	@Timeout(60)
	void whenTheTokenEndpointIsSilentThenReadTimeoutCounts() {
		CountDownLatch end = new CountDownLatch(1);
		this.server.answer((call) -> {
			ThrowingConsumer.of((CountDownLatch latch) -> latch.await()).accept(end);
			return Reply.NOTHING;
		});
		OvhClient client = this.client.mutate().readTimeout(Duration.ofMillis(100)).build();
		assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> client.get("/me").send())
			.withMessageContaining(TOKEN_PATH);
		end.countDown();
	}

	@Test
	void whenThereIsAProxyThenTokensAndCallsGoThroughIt() {
		this.server.answer((call) -> call.target().endsWith(TOKEN_PATH)
				? Reply.json("{\"access_token\":\"token1\",\"expires_in\":3599}") : Reply.json("{}"));
		URI proxy = URI.create("http://" + this.server.authority());
		OvhClient client = OvhClient.builder()
			.endpoint("http://127.0.0.1:1")
			.tokenUri(URI.create("http://127.0.0.1:1" + TOKEN_PATH))
			.credentials(OvhCredentials.serviceAccount("robot", "hush"))
			.requestFactoryBuilder(ClientHttpRequestFactoryBuilder.jdk()
				.withHttpClientCustomizer((builder) -> builder
					.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())))))
			.build();
		client.get("/me").send();
		assertThat(this.server.calls()).extracting(Call::target)
			.containsExactly("http://127.0.0.1:1" + TOKEN_PATH, "http://127.0.0.1:1/1.0/me");
	}

	@Test
	void shouldPrintNoSecret() {
		assertThat(this.client).hasToString("OvhClient for " + this.server.url() + " with service account clie…");
	}

}
