package io.github.ovhspring.client;

import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.consumerkey.AccessRights;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.consumerkey.ApiCredential;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;
import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for consumer keys, and for clients of many customers.
 */
class ConsumerKeyTests {

	private static final String PENDING = """
			{"consumerKey":"hush","state":"pendingValidation",
			"validationUrl":"https://www.ovh.com/auth/sso/api?credentialToken=abc"}""";

	private final LoopbackServer server = LoopbackServer.start(new SigningApi(ConsumerKeyTests::answer));

	private final OvhClient client = TestClients.client(this.server)
		.mutate()
		.credentials(OvhCredentials.applicationKeys(SigningApi.APPLICATION_KEY, SigningApi.APPLICATION_SECRET))
		.build();

	private static Reply answer(Call call) {
		return call.target().endsWith("/auth/credential") ? Reply.json(PENDING)
				: Reply.json("\"" + call.header("X-Ovh-Consumer") + "\"");
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void shouldRequestAKeyAndUseItInAClientOfItsOwn() {
		ConsumerKeyRequest request = ConsumerKeyRequest.builder()
			.readOnly("/me")
			.recursive(AccessRights.READ_WRITE, "/domain")
			.redirection("https://app.example.com/ovh/callback")
			.allowedIps("192.0.2.0/24")
			.build();
		PendingConsumerKey pending = this.client.requestConsumerKey(request);
		assertThat(pending.consumerKey()).isEqualTo("hush");
		assertThat(pending.validationUrl()).isEqualTo("https://www.ovh.com/auth/sso/api?credentialToken=abc");
		assertThat(pending.state()).isEqualTo("pendingValidation");
		assertThat(pending).hasToString("PendingConsumerKey[state=pendingValidation]");
		Call call = this.server.lastCall();
		assertThat(call.header("X-Ovh-Application")).isEqualTo(SigningApi.APPLICATION_KEY);
		assertThat(call.headers()).doesNotContainKeys("X-Ovh-Consumer", "X-Ovh-Timestamp", "X-Ovh-Signature");
		assertThat(call.text()).isEqualTo(request.toJson());

		OvhClient customer = this.client.withConsumerKey(pending.consumerKey());
		assertThat(customer.get("/me").as(String.class)).isEqualTo("hush");
		assertThat(customer.toString()).doesNotContain("hush");
		assertThatIllegalStateException().isThrownBy(() -> this.client.get("/me").send());
	}

	@Test
	void shouldRequestAKeyWithoutASignatureFromAClientThatHasOne() {
		this.client.withConsumerKey("mine").requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/").build());
		assertThat(this.server.lastCall().headers()).doesNotContainKey("X-Ovh-Consumer");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "[]", "{}", "{\"consumerKey\":1,\"validationUrl\":\"x\",\"state\":\"y\"}", "null", "soon" })
	void whenTheAnswerHasNoKeyThenIsUnreadable(String body) {
		this.server.answer(Reply.json(body));
		ConsumerKeyRequest request = ConsumerKeyRequest.builder().readOnly("/me").build();
		assertThatExceptionOfType(OvhApiException.UnreadableResponse.class)
			.isThrownBy(() -> this.client.requestConsumerKey(request))
			.withMessageStartingWith("POST /auth/credential: 200 OK, but ");
	}

	@Test
	void shouldTellWhatAKeyAllows() {
		this.server.answer(Reply.json("""
				{"credentialId":9007199254740993,"applicationId":7,"status":"validated","ovhSupport":false,
				"rules":[{"method":"GET","path":"/*"}],"creation":"2026-01-31T10:00:00+01:00","expiration":null,
				"lastUse":"2026-02-01T00:00:00Z","allowedIPs":["192.0.2.0/24"]}"""));
		ApiCredential credential = this.client.withConsumerKey("mine").currentCredential();
		assertThat(credential).isEqualTo(new ApiCredential(9007199254740993L, 7, "validated",
				List.of(new AccessRule(HttpMethod.GET, "/*")), OffsetDateTime.parse("2026-01-31T10:00:00+01:00"), null,
				OffsetDateTime.parse("2026-02-01T00:00:00Z"), List.of("192.0.2.0/24")));
		assertThat(this.server.lastCall().target()).isEqualTo("/1.0/auth/currentCredential");
		assertThat(this.server.lastCall().header("X-Ovh-Signature")).isNotNull();
	}

	@Test
	void shouldShareTheClockAndSignEachCallForItsCustomer() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(50);
		try {
			List<Callable<String>> calls = new ArrayList<>();
			for (int i = 0; i < 500; i++) {
				String key = "customer" + i % 2;
				calls.add(() -> key + "=" + this.client.withConsumerKey(key).get("/me").as(String.class));
			}
			for (Future<String> result : threads.invokeAll(calls)) {
				assertThat(result.get()).isIn("customer0=customer0", "customer1=customer1");
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.server.calls("/1.0/auth/time")).hasSize(1);
	}

	@Test
	void whenRestClientIsUsedThenSignsForTheCustomerToo() {
		OvhClient customer = this.client.withConsumerKey("mine");
		assertThat(customer.restClient().get().uri("/me").retrieve().body(String.class)).isEqualTo("\"mine\"");
		assertThat(customer.mutate().build().get("/me").as(String.class)).isEqualTo("mine");
	}

	@Test
	void shouldCostNextToNothingPerCustomer() {
		int customers = 10_000;
		List<String> keys = IntStream.range(0, customers).mapToObj((i) -> "5mBuy6SUQcRw2ZUx" + i).toList();
		OvhClient[] clients = new OvhClient[customers];
		keys.forEach(this.client::withConsumerKey);
		ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long bytes = thread.getCurrentThreadAllocatedBytes();
		long start = System.nanoTime();
		for (int i = 0; i < customers; i++) {
			clients[i] = this.client.withConsumerKey(keys.get(i));
		}
		long time = System.nanoTime() - start;
		bytes = thread.getCurrentThreadAllocatedBytes() - bytes;
		System.out.printf("%d clients by withConsumerKey: %d bytes and %d ns each%n", customers, bytes / customers,
				time / customers);
		assertThat(clients).doesNotContainNull();
		assertThat(bytes / customers).isLessThan(300);
	}

	@Test
	void whenTheKeyIsNoneThenRefusesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.withConsumerKey(" "))
			.withMessage("The consumer key must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.withConsumerKey("a b"));
	}

	@Test
	void whenThereIsNoApplicationThenThereAreNoCustomers() {
		OvhClient anonymous = OvhClient.builder().endpoint(this.server.url()).build();
		assertThatIllegalStateException().isThrownBy(() -> anonymous.withConsumerKey("x"))
			.withMessage("A consumer key belongs to an application, and this client has no credentials. "
					+ "Set ovh.application-key and ovh.application-secret");
		OvhClient robot = anonymous.mutate().credentials(OvhCredentials.serviceAccount("robot", "hush")).build();
		ConsumerKeyRequest request = ConsumerKeyRequest.builder().readOnly("/me").build();
		assertThatIllegalStateException().isThrownBy(() -> robot.requestConsumerKey(request))
			.withMessage("A consumer key belongs to an application, and this client has service account robo…. "
					+ "Set ovh.application-key and ovh.application-secret");
		assertThat(this.server.accepted()).isZero();
	}

}
