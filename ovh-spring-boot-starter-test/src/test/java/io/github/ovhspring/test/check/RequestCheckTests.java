package io.github.ovhspring.test.check;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.RawRequest;
import io.github.ovhspring.test.RawRequest.RawResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestCheck}, {@link SignedText} and
 * {@link io.github.ovhspring.test.server.RawTargetServer}, by requests that are written
 * to a socket.
 */
@ExtendWith(OutputCaptureExtension.class)
class RequestCheckTests {

	private static final OvhSimulator OVH = OvhSimulator.start();

	@BeforeAll
	static void stub() {
		OVH.stubFor(any(anyUrl()).willReturn(okJson("{}")));
	}

	@AfterAll
	static void close() {
		OVH.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/1.0/me", "/v2/iam/policy", "/1.0/me?", "/1.0/me?a=b&c=",
			"/1.0/ip/192.0.2.0%2F24/reverse", "/1.0/ip/192.0.2.0%2f24/reverse", "/1.0/%7Euser", "/1.0/~user",
			"/1.0/a+b?c=d+e", "/1.0/a%20b?c=d%20e", "/1.0//me//bill/", "/1.0/%c3%a9?q=%c3%a9", "/1.0/%C3%A9",
			"/1.0/é?q=é", "/1.0/me?date.from=2026-01-01T00:00:00%2B01:00", "/1.0/me;a=b/bill", "/1.0/100%25",
			"/1.0/%5B%5D?a[]=b|c^d", "/1.0/a/../me", "/1.0/a/%2e%2e/me", "/1.0/me#part", "/1.0/me?a=b?c=d",
			"/1.0/me?a=b#c", "//1.0/me" })
	void whenSignedAsItIsSentThenIsAccepted(String target) throws IOException {
		RawResponse response = new RawRequest(OVH, "GET", target).signed().send();
		assertThat(response.status()).as(response.body()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/1.0/me?,/1.0/me", "/1.0/me,/1.0/me?", "/1.0/a%2fb,/1.0/a%2Fb", "/1.0/a%2Fb,/1.0/a/b",
			"/1.0/%7Euser,/1.0/~user", "/1.0/me?a=b+c,/1.0/me?a=b%20c", "/1.0//me,/1.0/me", "/1.0/%c3%a9,/1.0/%C3%A9",
			"/1.0/%c3%a9,/1.0/é", "/1.0/me#part,/1.0/me", "/1.0/a/../me,/1.0/me", "/1.0/me/,/1.0/me" })
	void whenSignedOtherwiseThanSentThenIsRefused(String sent, String signed) throws IOException {
		RawResponse response = new RawRequest(OVH, "GET", sent).signed(signed).send();
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.body()).contains("INVALID_SIGNATURE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{ \"a\" :\n\t\"é €\uD83D\uDE00\" }", "{\"a\":\"\\u00e9\\/<>&\"}", "null",
			"a+b+c", " {} " })
	void whenBodyIsSignedAsItIsSentThenIsAccepted(String body) throws IOException {
		assertThat(new RawRequest(OVH, "POST", "/1.0/me").body(body).signed().send().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ff00fe", "c328", "0d0a0d0a" })
	void whenBodyIsNotTextThenItsBytesAreChecked(String hex) throws IOException {
		byte[] body = HexFormat.of().parseHex(hex);
		assertThat(new RawRequest(OVH, "PUT", "/1.0/me").body(body).signed().send().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "PATCH", "DELETE" })
	void shouldCheckEveryMethod(String method) throws IOException {
		assertThat(new RawRequest(OVH, method, "/1.0/me").body("").signed().send().status()).isEqualTo(200);
		assertThat(new RawRequest(OVH, method, "/1.0/me").body("").signed("/").send().status()).isEqualTo(400);
	}

	@Test
	void whenMethodIsNoneOfTheApiThenIsNotGranted() throws IOException {
		assertThat(new RawRequest(OVH, "OPTIONS", "/1.0/me").signed().send().body()).contains("NOT_GRANTED_CALL");
	}

	@Test
	void whenFormIsSignedThenItsBytesAreChecked() throws IOException {
		RawRequest request = new RawRequest(OVH, "POST", "/1.0/me").body("a=b&c=%C3%A9")
			.header("Content-Type", "application/x-www-form-urlencoded");
		assertThat(request.signed().send().status()).isEqualTo(200);
	}

	@Test
	void whenBodyComesInChunksThenIsCheckedWhole() throws IOException {
		RawRequest request = new RawRequest(OVH, "POST", "/1.0/me").body("{\"name\":\"Zoë\"}");
		assertThat(request.signed().chunked().send().status()).isEqualTo(200);
		RawRequest other = new RawRequest(OVH, "POST", "/1.0/me").body("{}").signed().body("{\"a\":1}");
		assertThat(other.chunked().send().status()).isEqualTo(400);
	}

	@Test
	void whenBodyIsLargeThenIsCheckedToo() throws IOException {
		String body = "\"" + "x".repeat(3_000_000) + "\"";
		assertThat(new RawRequest(OVH, "POST", "/1.0/me").body(body).signed().send().status()).isEqualTo(200);
		RawRequest cut = new RawRequest(OVH, "POST", "/1.0/me").body(body).signed().body(body + " ");
		assertThat(cut.send().status()).isEqualTo(400);
	}

	@Test
	void shouldGoByTheHostHeader() throws IOException {
		RawRequest request = new RawRequest(OVH, "GET", "/1.0/me").header("Host", "LocalHost:8080");
		assertThat(request.signed().send().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 200", "127.0.0.1:1, 400", "127.0.0.2, 400" })
	void whenPortIsNotSignedThenIsAcceptedAsTheApiHasNone(String signedHost, int status) throws IOException {
		String host = URI.create(OVH.endpoint()).getAuthority();
		RawRequest request = new RawRequest(OVH, "GET", "/1.0/me?a=:1").header("Host", signedHost).signed();
		assertThat(request.header("Host", host).send().status()).isEqualTo(status);
	}

	@Test
	void whenTargetHeaderIsForgedThenItDoesNotCount() throws IOException {
		RawRequest request = new RawRequest(OVH, "GET", "/1.0/me").header("X-OvhSimulator-Target", "/1.0/other");
		assertThat(request.signed("/1.0/other").send().status()).isEqualTo(400);
	}

	@Test
	void whenHeadersAreInOtherCaseThenIsAccepted() throws IOException {
		RawRequest signed = new RawRequest(OVH, "GET", "/1.0/me").signed();
		assertThat(signed.header("x-ovh-application", OVH.applicationKey())
			.header("X-Ovh-Application", null)
			.send()
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "X-Ovh-Application,none,403,INVALID_KEY", "X-Ovh-Application,0123456789abcdef,403,INVALID_KEY",
					"X-Ovh-Consumer,none,403,NOT_CREDENTIAL", "X-Ovh-Consumer,0123456789abcdef,403,NOT_CREDENTIAL",
					"X-Ovh-Timestamp,none,400,QUERY_TIME_OUT", "X-Ovh-Timestamp,now,400,QUERY_TIME_OUT",
					"X-Ovh-Timestamp,-1,400,QUERY_TIME_OUT", "X-Ovh-Timestamp,1.5e9,400,QUERY_TIME_OUT",
					"X-Ovh-Timestamp,99999999999999999999,400,QUERY_TIME_OUT",
					"X-Ovh-Signature,$1$0000000000000000000000000000000000000000,400,INVALID_SIGNATURE",
					"X-Ovh-Signature,'',400,INVALID_SIGNATURE", "X-Ovh-Signature,none,401,Client::Unauthorized" })
	void whenHeaderIsWrongThenIsRefused(String name, String value, int status, String code) throws IOException {
		RawResponse response = new RawRequest(OVH, "GET", "/1.0/me").signed().header(name, value).send();
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.body()).contains("\"" + code + "\"");
		assertThat(response.headers()).containsEntry("Content-Type", "application/json; charset=utf-8")
			.containsKey("X-Ovh-Queryid");
	}

	@ParameterizedTest
	@CsvSource({ "-25,200", "25,200", "-35,400", "35,400" })
	void shouldAcceptTimestampsWithinHalfAMinute(long seconds, int status) throws IOException {
		RawRequest request = new RawRequest(OVH, "GET", "/1.0/me");
		assertThat(request.signed("/1.0/me", Instant.now().getEpochSecond() + seconds).send().status())
			.isEqualTo(status);
	}

	@Test
	void whenSignatureIsWrongThenLogsWhatWasSignedWithoutKeys(CapturedOutput output) throws IOException {
		RawRequest request = new RawRequest(OVH, "POST", "/1.0/a%2Fb?c").body("{\"a\":\"é\"}").signed("/1.0/a/b?c");
		request.send();
		assertThat(output).contains("WARN")
			.contains("POST " + OVH.endpoint() + "/a%2Fb?c is refused: the signature does not match")
			.contains("The signature that came is right for the URL with %2F in the path as /.")
			.containsPattern("<application secret>\\+<consumer key>\\+POST\\+" + OVH.endpoint()
					+ "/a%2Fb\\?c\\+\\{\"a\":\"é\"}\\+\\d{10}")
			.doesNotContain(OVH.applicationSecret(), OVH.consumerKey());
	}

	@Test
	void shouldSignLikeOvhcloudsOwnClients() {
		assertThat(signature("GET", "https://eu.api.ovh.com/1.0/auth", ""))
			.isEqualTo("$1$e9556054b6309771395efa467c22e627407461ad");
		assertThat(signature("POST", "https://eu.api.ovh.com/1.0/auth", "{\"a\":\"b\",\"c\":\"d\"}"))
			.isEqualTo("$1$ec2fb5c7a81f64723c77d2e5b609ae6f58a84fc1");
		assertThat(signature("DELETE", "https://eu.api.ovh.com/1.0/auth", ""))
			.isEqualTo("$1$a1eecd00b3b02b6cf5708b84b9ff42059a950d85");
	}

	private static String signature(String method, String url, String body) {
		return new SignedText("9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk", "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY", method, url,
				body.getBytes(StandardCharsets.UTF_8), "1457018875")
			.signature();
	}

}
