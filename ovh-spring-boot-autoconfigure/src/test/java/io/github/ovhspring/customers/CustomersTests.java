package io.github.ovhspring.customers;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.ovhspring.server.SigningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a service for many customers, from the validation page to calls of several at
 * once.
 */
class CustomersTests {

	private static final int THREADS = 50;

	private static final int CALLS = 20;

	private final CustomersApi api = new CustomersApi();

	@SuppressWarnings("NullAway.Init")
	private ConfigurableApplicationContext service;

	@BeforeEach
	void start() {
		this.service = SpringApplication.run(CustomersApp.class, "--server.port=0", "--server.address=127.0.0.1",
				"--ovh.endpoint=" + this.api.server().url(), "--ovh.application-key=" + SigningApi.APPLICATION_KEY,
				"--ovh.application-secret=" + SigningApi.APPLICATION_SECRET, "--spring.main.banner-mode=off");
	}

	@AfterEach
	void stop() {
		this.service.close();
		this.api.server().close();
	}

	private static HttpClient browser() {
		return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
	}

	private HttpResponse<String> get(HttpClient browser, String address) throws Exception {
		String base = "http://127.0.0.1:" + this.service.getEnvironment().getProperty("local.server.port");
		return browser.send(HttpRequest.newBuilder(URI.create(base).resolve(address)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static String location(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(302);
		return response.headers().firstValue("Location").orElseThrow();
	}

	/** Log in as the owner of the account, validate, and come back. */
	private void connect(String customer, String account) throws Exception {
		HttpClient browser = browser();
		String page = location(get(browser, "/customers/" + customer + "/connect"));
		assertThat(page).doesNotContain("state");
		String callback = location(get(browser, page + "?" + account));
		assertThat(get(browser(), callback).statusCode()).as("another browser").isEqualTo(403);
		assertThat(get(browser, callback).statusCode()).isEqualTo(200);
	}

	@Test
	void shouldCallForTwoCustomersAtOnceAndNeverMixThemUp() throws Exception {
		connect("ada", "al4711-ovh");
		connect("grace", "gh1906-ovh");
		assertAnswers(200, "al4711-ovh", 200, "gh1906-ovh");
		this.api.revoke("gh1906-ovh");
		assertAnswers(200, "al4711-ovh", 403, "INVALID_CREDENTIAL");
	}

	private void assertAnswers(int adasStatus, String ada, int gracesStatus, String grace) throws Exception {
		HttpClient caller = browser();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Void>> calls = new ArrayList<>();
			IntStream.range(0, THREADS * CALLS).forEach((i) -> calls.add(() -> {
				boolean adas = i % 2 == 0;
				HttpResponse<String> response = get(caller, "/customers/" + (adas ? "ada" : "grace") + "/me");
				assertThat(response.statusCode()).isEqualTo(adas ? adasStatus : gracesStatus);
				assertThat(response.body()).contains(adas ? ada : grace);
				return null;
			}));
			for (Future<Void> call : threads.invokeAll(calls)) {
				call.get();
			}
		}
		finally {
			threads.shutdown();
		}
	}

}
