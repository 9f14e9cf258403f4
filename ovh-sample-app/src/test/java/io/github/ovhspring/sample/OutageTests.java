package io.github.ovhspring.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an API which really goes away, port and all, and comes back is no more than
 * a nuisance to those who use the sample.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class OutageTests {

	private static final List<String> PAGES = List.of("/", "/bills", "/servers", "/redirections", "/applications");

	private static final int PORT = freePort();

	private static OvhSimulator api = start();

	private final RestTestClient client;

	OutageTests(@Autowired RestTestClient client) {
		this.client = client;
	}

	// None that the system gives out by itself: while nobody listens, a connection to
	// such
	// a one may come from that very port, and is then its own peer.
	private static int freePort() {
		for (int port : ThreadLocalRandom.current().ints(20, 20_000, 30_000).toArray()) {
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// the next one then
			}
		}
		throw new IllegalStateException("No port is free");
	}

	private static OvhSimulator start() {
		return OvhSimulator.builder()
			.port(PORT)
			.applicationKeys("0123456789abcdef", "0123456789abcdef0123456789abcdef")
			.consumerKey("fedcba9876543210fedcba9876543210")
			.account()
			.start();
	}

	@DynamicPropertySource
	static void connect(DynamicPropertyRegistry registry) {
		registry.add("ovh.endpoint", api::endpoint);
		registry.add("ovh.application-key", api::applicationKey);
		registry.add("ovh.application-secret", api::applicationSecret);
		registry.add("ovh.consumer-key", api::consumerKey);
	}

	@BeforeAll
	static void shouldBeThereAtFirst() {
		assertThat(api.endpoint()).contains(":" + PORT + "/");
	}

	@AfterAll
	static void stop() {
		api.close();
	}

	private EntityExchangeResult<String> page(String path) {
		return this.client.get()
			.uri(path)
			.header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	private void shouldWork(String path) {
		EntityExchangeResult<String> page = page(path);
		assertThat(page.getStatus().value()).as(path).isEqualTo(200);
		assertThat(page.getResponseBody()).as(path)
			.contains("Ada Lovelace (al4711-ovh)")
			.doesNotContain("does not answer");
	}

	@Test
	void whenTheApiIsStoppedInMidUseThenEachPageSaysSoAndWorksAgainWhenItIsBack() {
		PAGES.forEach(this::shouldWork);
		shouldWork("/accounts");
		api.close();
		PAGES.forEach((path) -> {
			EntityExchangeResult<String> page = page(path);
			assertThat(page.getStatus().value()).as(path).isEqualTo(503);
			assertThat(page.getResponseBody()).as(path)
				.contains("<h1>The OVHcloud API does not answer</h1>", "Try again in a moment", "href=\"" + path + "\"")
				.doesNotContain("Exception", "\tat ", "refused");
		});
		EntityExchangeResult<String> accounts = page("/accounts");
		assertThat(accounts.getStatus().value()).isEqualTo(200);
		assertThat(accounts.getResponseBody())
			.contains("Ada Lovelace (al4711-ovh)", "The OVHcloud API does not answer", "Connect an account")
			.doesNotContain("Exception", "\tat ", "refused");
		api = start();
		PAGES.forEach(this::shouldWork);
		shouldWork("/accounts");
	}

}
