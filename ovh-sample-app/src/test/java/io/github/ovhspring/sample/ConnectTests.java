package io.github.ovhspring.sample;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.account.SimulatedCustomer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that customers connect and disconnect their accounts, as their browsers do it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnableOvhSimulator
class ConnectTests {

	private final OvhSimulator ovh;

	private final String base;

	private final HttpClient browser = newBrowser();

	ConnectTests(@Autowired OvhSimulator ovh, @LocalServerPort int port) {
		this.ovh = ovh;
		this.base = "http://127.0.0.1:" + port;
	}

	private static HttpClient newBrowser() {
		return HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
	}

	@BeforeEach
	void open() {
		this.ovh.account();
	}

	private String get(String url) throws IOException, InterruptedException {
		return get(this.browser, url);
	}

	private String get(HttpClient client, String url) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url.startsWith("/") ? this.base + url : url))
			.header("Accept", "text/html")
			.build();
		return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	private String post(String path, String form) throws IOException, InterruptedException {
		return send(URI.create(this.base + path), form);
	}

	private String send(URI uri, String form) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		return this.browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	private SimulatedConsumerKey newestKey() {
		List<SimulatedConsumerKey> keys = this.ovh.keys().consumerKeys();
		return keys.get(keys.size() - 1);
	}

	private SimulatedConsumerKey connect(String rights) throws IOException, InterruptedException {
		assertThat(post("/accounts/connect", "rights=" + rights)).contains("Go on at OVHcloud");
		SimulatedConsumerKey key = newestKey();
		assertThat(decide(key, "authorise")).contains("Connected Ada Lovelace (al4711-ovh).");
		return key;
	}

	private String decide(SimulatedConsumerKey key, String decision) throws IOException, InterruptedException {
		return decide(key, decision, SimulatedCustomer.ADA);
	}

	private String decide(SimulatedConsumerKey key, String decision, SimulatedCustomer customer)
			throws IOException, InterruptedException {
		String page = get("/accounts/connect");
		String url = page.replaceAll("(?s).*id=\"validate\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
		assertThat(url).contains(key.credentialToken());
		assertThat(get(url)).contains("/dedicated/server");
		return send(URI.create(url), "decision=" + decision + "&account=" + customer.nichandle());
	}

	private int accounts(String page) {
		return page.split("<article>", -1).length - 1;
	}

	@Test
	void shouldConnectAnAccountWhoseKeyTheBrowserNeverSees() throws Exception {
		String asked = post("/accounts/connect", "rights=LOOK");
		SimulatedConsumerKey key = newestKey();
		assertThat(asked).contains("GET /me/bill/*", "127.0.0.1").doesNotContain("PUT /dedicated");
		String connected = decide(key, "authorise");
		assertThat(accounts(connected)).isEqualTo(2);
		assertThat(connected).contains("connected here", "Disconnect");
		assertThat(asked + connected + get("/") + get("/applications")).doesNotContain(key.consumerKey())
			.doesNotContain(this.ovh.consumerKey())
			.doesNotContain(this.ovh.applicationSecret());
		assertThat(get("/servers")).contains("ns3100001.ip-192-0-2.eu");
		assertThat(key.lastUse()).isNotNull();
		assertThat(accounts(get(newBrowser(), "/accounts"))).isEqualTo(1);
	}

	@Test
	void whenTheKeyHasNoRightThenSaysSoAndAnotherAccountCanBeUsed() throws Exception {
		connect("LOOK");
		String form = "domain=example.com&from=a@example.com&to=b@example.net";
		assertThat(post("/redirections", form)).contains("Connect the account once more, with that right");
		assertThat(post("/accounts/default/use", "")).contains("in use");
		assertThat(post("/redirections", form)).contains("OVHcloud has the task to add");
		connect("CHANGE");
		assertThat(post("/redirections", form.replace("a@", "c@"))).contains("OVHcloud has the task to add");
	}

	@Test
	void shouldShowTwoCustomersSideBySide() throws Exception {
		post("/accounts/connect", "rights=CHANGE");
		assertThat(decide(newestKey(), "authorise", SimulatedCustomer.GRACE))
			.contains("Connected Grace Hopper (gh1906-ovh).");
		String[] cards = get("/accounts").split("<article>");
		assertThat(cards).hasSize(3);
		assertThat(text(cards[1])).contains("Ada Lovelace", "ada@example.com Servers 12 Bills 28")
			.doesNotContain("in use");
		assertThat(text(cards[2])).contains("Grace Hopper", "grace@grace.example Servers 2 Bills 3", "in use");
		assertThat(get("/servers")).contains("ns3300001", "Grace Hopper").doesNotContain("ns3100001", "Ada");
		assertThat(get("/redirections")).contains("hello@grace.example").doesNotContain("example.com/");
		post("/redirections", "domain=grace.example&from=a@grace.example&to=b@example.net");
		assertThat(get("/redirections")).contains("a@grace.example");
		post("/accounts/default/use", "");
		assertThat(get("/servers")).contains("ns3100001", "Ada Lovelace").doesNotContain("ns3300001", "Grace");
	}

	private static String text(String html) {
		return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
	}

	@Test
	void shouldDisconnectAnAccountAndRevokeItsKey() throws Exception {
		SimulatedConsumerKey key = connect("LOOK");
		String page = post("/accounts/" + id(get("/accounts")) + "/disconnect", "");
		assertThat(page).contains("Disconnected Ada Lovelace (al4711-ovh). Its key is revoked.");
		assertThat(accounts(page)).isEqualTo(1);
		assertThat(key.state()).isEqualTo(ConsumerKeyState.EXPIRED);
		assertThat(get("/")).contains("Welcome Ada");
	}

	@Test
	void whenTheKeyCannotBeRevokedThenForgetsItAndSaysSo() throws Exception {
		connect("LOOK");
		this.ovh.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/1.0/auth/logout")
			.willReturn(jsonResponse("{\"message\":\"No.\"}", 500)));
		String page = post("/accounts/" + id(get("/accounts")) + "/disconnect", "");
		assertThat(page).contains("Forgot the key of Ada Lovelace", "could not revoke it");
		assertThat(accounts(page)).isEqualTo(1);
	}

	private static String id(String page) {
		return page.replaceAll("(?s).*/accounts/([^/]+)/disconnect.*", "$1");
	}

	@Test
	void whenTheOwnerRefusesThenNothingIsConnected() throws Exception {
		post("/accounts/connect", "rights=LOOK");
		assertThat(decide(newestKey(), "refuse")).contains("The key is not validated", "Give up");
		assertThat(accounts(post("/accounts/give-up", ""))).isEqualTo(1);
	}

	@Test
	void whenNobodyHereAskedThenNothingIsConnected() throws Exception {
		post("/accounts/connect", "rights=LOOK");
		SimulatedConsumerKey key = newestKey();
		key.validate();
		assertThat(get("/accounts/connected?id=other")).contains("Nobody asked to connect that account here");
		assertThat(get(newBrowser(), String.valueOf(key.redirection()))).contains("Nobody asked to connect");
		assertThat(get(String.valueOf(key.redirection()))).contains("Connected Ada Lovelace");
	}

}
