package io.github.ovhspring.sample.browser;

import java.io.IOException;
import java.nio.file.Path;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.sample.HeldAnswer;
import io.github.ovhspring.sample.SampleApplication;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that people can use the pages: what they see, press and wait for.
 */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnableOvhSimulator
@EnabledIf(value = "io.github.ovhspring.sample.browser.Browser#isThere",
		disabledReason = "There is no /usr/bin/chromium and /usr/bin/chromedriver here")
class BrowserTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path profile;

	@SuppressWarnings("NullAway.Init")
	private static Browser browser;

	private final OvhSimulator ovh;

	private final String base;

	BrowserTests(@Autowired OvhSimulator ovh, @LocalServerPort int port) {
		this.ovh = ovh;
		this.base = "http://127.0.0.1:" + port;
	}

	@BeforeAll
	static void start() throws IOException {
		browser = new Browser(profile);
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@BeforeEach
	void open() {
		browser.forget();
		this.ovh.account();
	}

	@AfterEach
	void shouldNotComplain() {
		assertThat(browser.complaints()).isEmpty();
	}

	private Browser at(String path) {
		return browser.open(this.base + path);
	}

	private void see(String name) throws IOException {
		assertThat(browser.barriers()).isEmpty();
		browser.picture(name);
	}

	@Test
	void shouldWelcome() throws Exception {
		assertThat(at("/").text()).contains("Welcome Ada", "What a real service must add");
		assertThat(browser.find("header").getText()).contains("Simulated API", "Ada Lovelace (al4711-ovh)");
		see("welcome");
	}

	@Test
	void shouldShowBillsAndTheirChart() throws Exception {
		at("/bills?since=2025-06-01&until=2026-11-30");
		assertThat(browser.text()).contains("FR59760263", "in 28 bills");
		assertThat(browser.findAll("#months tbody tr")).hasSize(18);
		assertThat(browser.findAll("#bills tbody tr")).hasSize(28);
		assertThat(browser.find("#bills a").getDomAttribute("href"))
			.isEqualTo("https://bills.example.com/FR59760263.pdf");
		assertThat(browser.isDrawn("#chart")).isTrue();
		see("bills");
		browser.document("bills");
		browser.set("[name=since]", "2026-09-01").press("Show").awaitText("in 5 bills");
		assertThat(browser.findAll("#months tbody tr")).hasSize(3);
	}

	@Test
	void shouldEnableBurstAndShowWhatBecomesOfIt() throws Exception {
		at("/servers");
		see("servers");
		try (HeldAnswer last = HeldAnswer.of(this.ovh, "PUT",
				"/1.0/dedicated/server/ns3120001.ip-203-0-113.eu/burst")) {
			browser.choose("[name=datacenter]", "rbx8")
				.press("Enable network burst")
				.awaitText("3 of 4 servers done")
				.awaitText("ns3120001.ip-203-0-113.eu waiting");
			see("burst-running");
			last.release();
			browser.awaitText("4 of 4 servers done: burst is active on 3, 1 failed.");
		}
		assertThat(browser.text()).contains("ns3120003.ip-203-0-113.eu failed");
		see("burst");
		browser.press("All servers").awaitText("Dedicated servers");
		assertThat(browser.findAll("#servers .good")).hasSize(3);
	}

	@Test
	void shouldOpenScreenAndKeyboardOfAServer() throws Exception {
		at("/servers").press("Open KVM of ns3100001.ip-192-0-2.eu").awaitText("OVHcloud opens the access");
		browser.awaitText("The access is open");
		assertThat(browser.find("#open").getDomAttribute("href")).startsWith("https://");
		see("kvm");
	}

	@Test
	void shouldAddAndDeleteARedirection() throws Exception {
		at("/redirections?domain=example.com").fill("[name=from]", "info@example.com")
			.fill("[name=to]", "ada@example.net")
			.press("Add")
			.awaitText("OVHcloud has the task to add the redirection of info@example.com");
		assertThat(browser.find("#redirections").getText()).contains("info@example.com");
		see("mail");
		browser.press("Delete the redirection of info@example.com to ada@example.net")
			.awaitText("OVHcloud has the task to delete");
		assertThat(browser.find("#redirections").getText()).doesNotContain("info@example.com");
	}

	@Test
	void shouldConnectAnAccountAndShowItBesideTheOther() throws Exception {
		at("/accounts").press("Connect").awaitText("Go on at OVHcloud");
		see("connect");
		browser.press("Go on at OVHcloud").awaitText("asks to make these calls");
		browser.choose("[name=account]", "gh1906-ovh")
			.press("Authorise")
			.awaitText("Connected Grace Hopper (gh1906-ovh).");
		assertThat(browser.findAll(".cards article")).extracting(WebElement::getText)
			.satisfiesExactly((ada) -> assertThat(ada).contains("Ada Lovelace", "28"),
					(grace) -> assertThat(grace).contains("Grace Hopper", "grace@grace.example"));
		assertThat(browser.source() + browser.cookies()).doesNotContain(this.ovh.consumerKey());
		see("accounts");
		browser.press("Disconnect Grace Hopper (gh1906-ovh)").awaitText("Its key is revoked");
		assertThat(browser.findAll(".cards article")).hasSize(1);
	}

	@Test
	void shouldRevokeAnApplication() throws Exception {
		SimulatedConsumerKey key = this.ovh.keys()
			.addConsumerKey(this.ovh.keys().addApplication("Inventory"),
					new AccessRule(HttpMethod.GET, "/dedicated/server"));
		key.validate();
		assertThat(at("/applications").text()).contains("Inventory", "this page's own");
		see("applications");
		browser.press("Revoke Inventory, " + key.id()).awaitText("Revoked credential " + key.id());
		assertThat(browser.find("#applications").getText()).doesNotContain("Inventory");
	}

	@Test
	void whenTheApiFailsThenEachPageSaysWhatIsWrongAndRecovers() throws Exception {
		for (String page : new String[] { "/", "/bills", "/redirections", "/applications", "/servers" }) {
			this.ovh.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
			assertThat(at(page).text()).contains("The OVHcloud API does not answer", "Try again in a moment");
		}
		see("failure");
		this.ovh.reset();
		this.ovh.account();
		browser.press("Try again").awaitText("ns3100001.ip-192-0-2.eu");
	}

}
