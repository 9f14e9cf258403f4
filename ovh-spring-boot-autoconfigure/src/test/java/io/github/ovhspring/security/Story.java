package io.github.ovhspring.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.ovhspring.auth.AccessTokenResponse;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import io.github.ovhspring.client.OvhRestClientConfigurer;
import io.github.ovhspring.consumerkey.AccessRights;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.health.OvhHealthIndicator;
import io.github.ovhspring.http.BufferedResponse;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.annotation.GetExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * All that happens to clients of an application, on both sides: successes, every error,
 * tokens and consumer keys. The server shows what it was sent wherever it can.
 */
final class Story {

	private static final Log logger = LogFactory.getLog("the.application");

	private static final String CREDENTIAL = """
			{"credentialId":1,"applicationId":2,"status":"validated","rules":[{"method":"GET","path":"/*"}],
			"creation":"2026-01-31T10:00:00+01:00","allowedIPs":[]}""";

	private final SigningApi api = new SigningApi(this::reply);

	private final List<Object> results = new ArrayList<>();

	private volatile boolean down;

	Reply answer(Call call) {
		if (call.target().equals(Transport.TOKEN_PATH)) {
			return this.down ? echo(401, "invalid_client", call)
					: Reply.json("{\"access_token\":\"" + Secrets.TOKEN + "\",\"expires_in\":3600}");
		}
		boolean signed = call.header("X-Ovh-Signature") != null
				&& SigningApi.CONSUMER_KEY.equals(call.header("X-Ovh-Consumer"));
		return (signed || call.target().endsWith("/auth/time")) ? this.api.apply(call) : reply(call);
	}

	private Reply reply(Call call) {
		String[] path = call.target().split("/");
		return switch (path[2]) {
			case "auth" -> call.target().endsWith("currentCredential") ? Reply.json(CREDENTIAL)
					: Reply.json("{\"consumerKey\":\"" + Secrets.PENDING_KEY
							+ "\",\"validationUrl\":\"https://www.ovh.com/x\",\"state\":\"pendingValidation\"}");
			case "fail" -> echo(Integer.parseInt(path[3]), path[4], call);
			case "page" -> Reply.of(Integer.parseInt(path[3]), "text/html", "<pre>" + call + "</pre>");
			case "cut" -> Reply.truncated(200, "{\"x\":\"" + call.header("X-Ovh-Signature"), 100_000);
			case "nothing" -> Reply.NOTHING;
			case "list" -> Reply.json("[1,2]");
			case "form" -> Reply.of(200, "text/plain", "access_token=" + Secrets.TOKEN + "&consumerKey=x");
			default -> Reply.json("{\"ok\":true}");
		};
	}

	// What debug pages and proxies do.
	private static Reply echo(int status, String code, Call call) {
		String echoed = call.toString().replace("\"", "'");
		return Reply.error(status, "{\"errorCode\":\"" + code + "\",\"class\":\"Client::X\",\"error\":\"" + code
				+ "\",\"message\":\"" + echoed + "\",\"details\":{\"unauthorizedActionsByIAM\":\"" + echoed + "\"}}");
	}

	void play(ApplicationContext context) {
		OvhClient client = context.getBean(OvhClient.class);
		OvhClients clients = context.getBean(OvhClients.class);
		succeed(client, clients, context);
		for (String error : List.of("302/x", "400/INVALID_SIGNATURE", "400/QUERY_TIME_OUT", "400/x", "401/x",
				"403/INVALID_KEY", "403/INVALID_CREDENTIAL", "403/NOT_CREDENTIAL", "403/NOT_GRANTED_CALL", "403/x",
				"404/x", "409/x", "412/x", "423/x", "429/x", "460/x", "500/x", "503/x", "418/x")) {
			fail(() -> client.get("/fail/" + error).as(Map.class));
			fail(() -> clients.get("ready").post("/fail/" + error).body(Map.of("a", 1)).send());
			fail(() -> client.restClient().get().uri("/fail/" + error).retrieve().toBodilessEntity());
		}
		for (String path : List.of("/page/502", "/page/200", "/page/403", "/cut", "/form", "/nothing", "/list")) {
			fail(() -> client.get(path).as(Map.class));
			fail(() -> clients.get("robot").get(path).as(Map.class));
			fail(() -> client.withConsumerKey(Secrets.CUSTOMER_KEY).get(path).as(Map.class));
		}
		this.down = true;
		fail(() -> clients.get("robot").mutate().build().get("/me").as(Map.class));
	}

	private void succeed(OvhClient client, OvhClients clients, ApplicationContext context) {
		this.results.add(client.get("/me/{id}", 1).as(Map.class));
		this.results.add(client.post("/me").body(Map.of("a", 1)).asEntity(Map.class));
		this.results.add(client.getAllSettled("/me/{id}", List.of(1, 2), Map.class));
		this.results.add(client.get("/list").stream(Integer.class).toList());
		this.results.add(client.get("/me").query("a", 1));
		this.results.add(Objects.requireNonNull(client.restClient().get().uri("/me").retrieve().body(Map.class)));
		this.results.add(context.getBean(MeApi.class).me());
		this.results.add(client.serverTime());
		this.results.add(client.currentCredential());
		ConsumerKeyRequest.Builder builder = ConsumerKeyRequest.builder()
			.recursive(AccessRights.READ_ONLY, "/me")
			.rule(HttpMethod.POST, "/sms");
		this.results.add(builder);
		this.results.add(builder.build());
		this.results.add(client.requestConsumerKey(builder.build()));
		this.results.add(OvhRestClientConfigurer.of(client).orElseThrow());
		this.results.add(new OvhHealthIndicator(client, Duration.ofSeconds(1)));
		this.results.add(token());
		OvhClient customer = client.withConsumerKey(Secrets.CUSTOMER_KEY);
		this.results.add(customer);
		this.results.add(customer.get("/me").as(Map.class));
		this.results.add(customer.mutate());
		for (String name : clients.names()) {
			this.results.add(clients.get(name));
			this.results.add(clients.get(name).get("/me").as(Map.class));
		}
	}

	private static List<Object> token() {
		String json = "{\"access_token\":\"" + Secrets.TOKEN + "\",\"expires_in\":3600}";
		try (ClientHttpResponse response = new MockClientHttpResponse(json.getBytes(StandardCharsets.UTF_8), 200)) {
			return List.of(AccessTokenResponse.of(json), BufferedResponse.of(response, 1000));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void fail(ThrowingCallable call) {
		assertThatExceptionOfType(RestClientException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex).isInstanceOfAny(OvhApiException.class, ResourceAccessException.class);
			logger.error(ex.getMessage(), ex);
			this.results.add(ex);
			if (ex instanceof OvhApiException api) {
				this.results.add(api.details());
			}
		});
	}

	/** Return whatever the application got. */
	List<Object> results() {
		return this.results;
	}

	interface MeApi {

		@GetExchange("/me")
		Map<String, Object> me();

	}

}
