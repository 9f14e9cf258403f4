package io.github.ovhspring.sample;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what is shown while some servers are done and another is not.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnableOvhSimulator(account = true)
@Timeout(60)
class BurstProgressTests {

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final OvhSimulator ovh;

	private final String base;

	BurstProgressTests(@Autowired OvhSimulator ovh, @LocalServerPort int port) {
		this.ovh = ovh;
		this.base = "http://127.0.0.1:" + port;
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String path)
			throws IOException, InterruptedException {
		return this.browser.send(request.uri(URI.create(this.base + path)).header("Accept", "text/html").build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private String page() throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(), "/servers/burst").body();
	}

	private HttpResponse<String> poll(int seen) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder().header("HX-Request", "true"), "/servers/burst?seen=" + seen);
	}

	private static String text(String html) {
		return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
	}

	@Test
	void shouldShowHowFarItIsWhileAServerIsNotDone() throws Exception {
		try (HeldAnswer last = HeldAnswer.of(this.ovh, "PUT",
				"/1.0/dedicated/server/ns3120001.ip-203-0-113.eu/burst")) {
			send(HttpRequest.newBuilder()
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("datacenter=rbx8")), "/servers/burst");
			await().untilAsserted(() -> assertThat(page()).contains("3 of 4 servers done"));
			String unfinished = page();
			assertThat(text(unfinished)).contains("ns3120001.ip-203-0-113.eu waiting ",
					"ns3120002.ip-203-0-113.eu active ",
					"ns3120003.ip-203-0-113.eu failed This server is being reinstalled",
					"ns3120004.ip-203-0-113.eu active ");
			assertThat(unfinished)
				.contains("hx-get=\"/servers/burst?seen=3\"", "hx-trigger=\"every 1s\"", "value=\"3\" max=\"4\"")
				.doesNotContain("burst is active on");
			assertThat(poll(3).statusCode()).isEqualTo(204);
			assertThat(poll(2).body()).startsWith("<div").contains("3 of 4 servers done").doesNotContain("<html");
			last.release();
			await().untilAsserted(
					() -> assertThat(page()).contains("4 of 4 servers done", ": burst is active on 3, 1 failed.")
						.doesNotContain("hx-trigger", "waiting"));
		}
	}

}
