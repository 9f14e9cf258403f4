package io.github.ovhspring.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.stub.OvhFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import org.springframework.web.client.RestClientResponseException;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that make many calls at once.
 */
@Timeout(60)
class ManyAtOnceTests extends SimulatorTestCase {

	private static final int CALLS = 80;

	private static final String REDIRECTIONS = "/email/domain/example.org/redirection";

	private final ExecutorService threads = Executors.newFixedThreadPool(16);

	@AfterEach
	void stopThreads() {
		this.threads.shutdownNow();
	}

	private <T> List<T> atOnce(Callable<T> call) throws Exception {
		List<T> results = new ArrayList<>();
		for (Future<T> future : this.threads.invokeAll(Collections.nCopies(CALLS, call))) {
			results.add(future.get());
		}
		return results;
	}

	private int status(String path) {
		try {
			return this.ovh.delete(path).asEntity(Object.class).getStatusCode().value();
		}
		catch (RestClientResponseException ex) {
			return ex.getStatusCode().value();
		}
	}

	@Test
	void whenManyWriteToTheAccountThenNothingIsLost() throws Exception {
		this.simulator.account();
		AtomicInteger count = new AtomicInteger();
		List<String> tasks = atOnce(() -> this.ovh.post(REDIRECTIONS)
			.body(Map.<String, Object>of("from", "x" + count.incrementAndGet() + "@example.org", "to", "to@example.net",
					"localCopy", false))
			.as(JsonNode.class)
			.path("id")
			.asString());
		assertThat(tasks).doesNotHaveDuplicates();
		assertThat(this.ovh.get(REDIRECTIONS).asList(String.class)).hasSize(CALLS).doesNotHaveDuplicates();
		this.simulator.verify(CALLS, postRequestedFor(urlEqualTo("/1.0" + REDIRECTIONS)));
	}

	@Test
	void whenManyDeleteTheSameThenOneDoes() throws Exception {
		this.simulator.account();
		List<Integer> statuses = atOnce(() -> status("/email/domain/example.com/redirection/81190201"));
		assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
	}

	@Test
	void whenAFaultIsForSomeCallsThenNoMoreFail() throws Exception {
		this.simulator.delete("/thing").answers(null);
		this.simulator.fails("/thing", OvhFault.error(423, "Client::Locked", "Later").times(7));
		List<Integer> statuses = atOnce(() -> status("/thing"));
		assertThat(statuses).containsOnly(200, 423).filteredOn((status) -> status == 423).hasSize(7);
	}

	@Test
	void whenAnswersComeInTurnThenEachComesOnce() throws Exception {
		this.simulator.get("/counter").answers(0, IntStream.range(1, CALLS).boxed().toArray());
		assertThat(atOnce(() -> this.ovh.get("/counter").as(Integer.class)))
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, CALLS).boxed().toList());
	}

	@Test
	void whenManyAskForKeysThenEachHasItsOwn() throws Exception {
		List<String> keys = atOnce(
				() -> this.ovh.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/me").build()).consumerKey());
		assertThat(keys).doesNotHaveDuplicates();
		assertThat(this.simulator.keys().consumerKeys().stream().map(SimulatedConsumerKey::id)).hasSize(CALLS + 1)
			.doesNotHaveDuplicates();
		assertThat(this.simulator.keys().consumerKeys().stream().map(SimulatedConsumerKey::consumerKey))
			.containsAll(keys);
	}

	@Test
	void whenResetAmidCallsThenEachIsAnsweredByOneOrTheOther() throws Exception {
		this.simulator.account();
		List<Future<Integer>> calls = IntStream.range(0, CALLS)
			.mapToObj((i) -> this.threads.submit(() -> this.ovh.get("/me/bill/FR59760263")
				.asOptional(JsonNode.class)
				.map((bill) -> 200)
				.orElse(404)))
			.toList();
		this.simulator.reset();
		for (Future<Integer> call : calls) {
			assertThat(call.get()).isIn(200, 404);
		}
		assertThat(this.ovh.get("/me/bill/FR59760263").asOptional(JsonNode.class)).isEmpty();
	}

	@Test
	void whenAKeyIsRevokedAmidCallsThenAllThatFollowAreRefused() throws Exception {
		this.simulator.get("/me").answers(Map.of("nichandle", "x"));
		List<Future<String>> calls = IntStream.range(0, CALLS)
			.mapToObj((i) -> this.threads.submit(this::outcome))
			.toList();
		this.simulator.client().consumerKey().expire();
		assertThat(outcome()).isEqualTo("InvalidCredential");
		for (Future<String> call : calls) {
			assertThat(call.get()).isIn("done", "InvalidCredential");
		}
	}

	private String outcome() {
		try {
			this.ovh.get("/me").send();
			return "done";
		}
		catch (OvhApiException ex) {
			return ex.getClass().getSimpleName();
		}
	}

}
