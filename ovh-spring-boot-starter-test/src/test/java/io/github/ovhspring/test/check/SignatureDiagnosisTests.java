package io.github.ovhspring.test.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedClient;
import io.github.ovhspring.test.account.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SignatureDiagnosis}: each mistake is made, and has to be found.
 */
class SignatureDiagnosisTests {

	private static final String BASE = "http://127.0.0.1:8080";

	private final SimulatedKeys keys = new SimulatedKeys(new SimulatedClock(Duration.ZERO));

	private final SimulatedClient client = this.keys.client("");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "/1.0/me?a=b+c | /1.0/me?a=b%20c | the URL with spaces in the query as %20 instead of +",
					"/1.0/me?a=b%20c | /1.0/me?a=b+c | the URL with spaces in the query as + instead of %20",
					"/1.0/a+b?c=d+e | /1.0/a+b?c=d%20e | the URL with spaces in the query as %20 instead of +",
					"/1.0/a%2fb | /1.0/a%2Fb | the URL with upper case escapes such as %2F",
					"/1.0/a%2Fb | /1.0/a%2fb | the URL with lower case escapes such as %2f",
					"/1.0/a%2Fb?c=%2F | /1.0/a/b?c=%2F | the URL with %2F in the path as /",
					"/1.0/%C3%A9?q=%24 | /1.0/é?q=$ | the URL with nothing escaped",
					"/1.0/%2F?q=%24 | /1.0/%2F?q=$ | the URL with nothing escaped in the query",
					"/1.0/%7Eu%20 | /1.0/~u%20 | the URL with ~ not escaped",
					"/1.0/~u | /1.0/%7Eu | the URL with ~ as %7E",
					"/1.0/a%2Fb | /1.0/a%252Fb | the URL with each % escaped once more, as %25",
					"/1.0/é[]?a=b^c | /1.0/%C3%A9[]?a=b%5Ec | the URL with all escaped that has to be",
					"/1.0/me?a=b:c | /1.0/me?a=b%3Ac | the URL with , : and / in the query escaped",
					"/1.0/me?a=b%2Cc%24 | /1.0/me?a=b,c%24 | the URL with , : and / in the query not escaped",
					"/1.0/me?a=b | /1.0/me | the URL without its query",
					"/1.0/me?a=b#c | /1.0/me?a=b | the URL without its fragment",
					"/1.0/me/ | /1.0/me | the URL without a slash or question mark at its end",
					"/1.0/me?a | /1.0/me/?a | the URL with a slash at its end",
					"/1.0/me | /1.0/me? | the URL with a question mark at its end",
					"/1.0//me | /1.0/me | the URL with doubled slashes as one",
					"/1.0/a/../me?b | /1.0/me?b | the URL with . and .. resolved",
					"/1.0/me | /me | the URL without the version", "/v1/me | /1.0/me | the URL with /1.0",
					"/1.0/me | /v1/me | the URL with /v1", "/1.0/Me | /1.0/me | the URL in lower case" })
	void whenPathWasSignedOtherwiseThenSaysHow(String sent, String signed, String what) {
		SignedText text = text("GET", BASE + sent, "");
		assertThat(explain(text, text.withUrl(BASE + signed))).endsWith(rightFor(what));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/1.0/me | the path alone, without scheme and host",
			"/me | the path alone, without scheme, host and version",
			"https://127.0.0.1:8080/1.0/me | the URL with https instead of http",
			"http://localhost:8080/1.0/me | the URL with localhost as host",
			"https://eu.api.ovh.com/1.0/me | the URL of https://eu.api.ovh.com, which is not where the call went",
			"https://ca.api.ovh.com/1.0/me | the URL of https://ca.api.ovh.com, which is not where the call went",
			"https://api.us.ovhcloud.com/1.0/me | the URL of https://api.us.ovhcloud.com, which is not where the call went" })
	void whenOriginWasSignedOtherwiseThenSaysHow(String signed, String what) {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		assertThat(explain(text, text.withUrl(signed))).endsWith(rightFor(what));
	}

	@Test
	void whenHttpWasSignedOverHttpsThenSaysSo() {
		SignedText text = text("GET", "https://LocalHost:8443/1.0/me", "");
		assertThat(explain(text, text.withUrl("http://LocalHost:8443/1.0/me")))
			.endsWith(rightFor("the URL with http instead of https"));
		assertThat(explain(text, text.withUrl("https://127.0.0.1:8443/1.0/me")))
			.endsWith(rightFor("the URL with 127.0.0.1 as host"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false,
			value = { "{\"a\":1}|~~|no body", "~~|{}|the body {}", "~~|[]|the body []", "~~|null|the body null",
					"{\"a\":\"éà\"}|{\"a\":\"\\u00e9à\"}|none",
					"{\"a\":\"é\"}|{\"a\":\"\\u00e9\"}|the body with letters beyond ASCII as \\u00e9",
					"{\"a\":\"😀\"}|{\"a\":\"\\ud83d\\ude00\"}|the body with letters beyond ASCII as \\u00e9",
					"{\"a\":\"\\u00e9\\ud83d\\ude00\"}|{\"a\":\"é😀\"}|the body with \\u00e9 as the letter itself",
					"{\"a\":\"/\"}|{\"a\":\"\\/\"}|the body with / as \\/",
					"{\"a\":\"\\/\"}|{\"a\":\"/\"}|the body with \\/ as /",
					" {\"a\":1} |{\"a\":1}|the body without white space around it",
					"{\"a\": 1}|{\"a\":1}|the body without white space",
					"{\"a\":1,\"b\":[2]}|{\"a\": 1, \"b\": [2]}|the body with spaces after , and :",
					"{\"a\":1}|\"{\\\"a\\\":1}\"|the body as a JSON string" })
	void whenBodyWasSignedOtherwiseThenSaysHow(String sent, String signed, String what) {
		SignedText text = text("POST", BASE + "/1.0/me", sent);
		String explanation = explain(text, text.withBody(signed.getBytes(StandardCharsets.UTF_8)));
		assertThat(explanation).endsWith("none".equals(what) ? unexplained() : rightFor(what));
	}

	@Test
	void whenBodyWasSignedInAnotherCharsetThenSaysWhich() {
		SignedText text = text("POST", BASE + "/1.0/me", "é");
		SignedText latin = text.withBody("é".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(explain(text, latin)).endsWith(rightFor("the body in ISO-8859-1, where UTF-8 came"));
		assertThat(explain(latin, text)).endsWith(rightFor("the body in UTF-8, where ISO-8859-1 came"));
	}

	@Test
	void whenBodyWasSignedWithOtherWhiteSpaceThenSaysSo() {
		SignedText text = text("POST", BASE + "/1.0/me", "{\"a\":1}");
		assertThat(explain(text, text.withBody("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8))))
			.endsWith(rightFor("the body with a line end after it"));
		String lineEnd = System.lineSeparator();
		assertThat(explain(text,
				text.withBody(("{" + lineEnd + "  \"a\" : 1" + lineEnd + "}").getBytes(StandardCharsets.UTF_8))))
			.endsWith(rightFor("the body indented"));
	}

	@ParameterizedTest
	@CsvSource({ "get", "POST", "DELETE" })
	void whenMethodWasSignedOtherwiseThenSaysHow(String method) {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		assertThat(explain(text, text.withMethod(method))).endsWith(rightFor("the method as " + method));
	}

	@ParameterizedTest
	@MethodSource("keys")
	void whenKeysWereSignedOtherwiseThenSaysHow(String what, UnaryOperator<SignedText> change) {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		assertThat(explain(text, change.apply(text))).endsWith(rightFor(what));
	}

	static Stream<Arguments> keys() {
		return Stream.of(
				arguments("the consumer key in place of the secret",
						change((text) -> text.withSecret(text.consumerKey()))),
				arguments("no secret", change((text) -> text.withSecret(""))),
				arguments("a secret with a line end",
						change((text) -> text.withSecret(text.applicationSecret() + "\n"))),
				arguments("a secret with a space after it",
						change((text) -> text.withSecret(text.applicationSecret() + " "))),
				arguments("a secret with a space before it",
						change((text) -> text.withSecret(" " + text.applicationSecret()))),
				arguments("no consumer key", change((text) -> text.withConsumerKey(""))),
				arguments("the consumer key and the secret in each other's place", change(
						(text) -> text.withSecret(text.consumerKey()).withConsumerKey(text.applicationSecret()))));
	}

	private static UnaryOperator<SignedText> change(UnaryOperator<SignedText> change) {
		return change;
	}

	@Test
	void whenApplicationKeyWasSignedThenSaysInPlaceOfWhat() {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		String applicationKey = this.client.application().applicationKey();
		assertThat(explain(text, text.withSecret(applicationKey)))
			.endsWith(rightFor("the application key in place of the secret"));
		assertThat(explain(text, text.withConsumerKey(applicationKey)))
			.endsWith(rightFor("the application key in place of the consumer key"));
	}

	@Test
	void whenKeysOfAnotherWereSignedThenSaysOfWhom() {
		SimulatedClient other = this.keys.client("other");
		SignedText text = text("GET", BASE + "/1.0/me", "");
		assertThat(explain(text, text.withSecret(other.application().applicationSecret())))
			.endsWith(rightFor("the secret of another, application 'other'"));
		assertThat(explain(text, text.withConsumerKey(other.consumerKey().consumerKey())))
			.endsWith(rightFor("another consumer key, " + other.consumerKey()));
	}

	@ParameterizedTest
	@CsvSource({ "'', no timestamp", "1457018875000, the timestamp in milliseconds",
			"1457018870, 'another timestamp than X-Ovh-Timestamp, by -5 seconds'",
			"1457018995, 'another timestamp than X-Ovh-Timestamp, by +120 seconds'" })
	void whenTimeWasSignedOtherwiseThenSaysHow(String timestamp, String what) {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		assertThat(explain(text, text.withTimestamp(timestamp))).endsWith(rightFor(what));
	}

	@Test
	void whenTwoThingsWereSignedOtherwiseThenSaysBoth() {
		SignedText text = text("POST", BASE + "/1.0/a%2Fb", "{\"a\": 1}");
		assertThat(
				explain(text, text.withUrl(BASE + "/1.0/a/b").withBody("{\"a\":1}".getBytes(StandardCharsets.UTF_8))))
			.endsWith(rightFor("the URL with %2F in the path as /, and the body without white space"));
	}

	@Test
	void whenFormOfSignatureIsAnotherThenSaysSo() {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		String form = rightFor("this text, but has another form than $1$ and the SHA-1 in lower case hex");
		assertThat(explain(text, text.hex("SHA-1", StandardCharsets.UTF_8))).endsWith(form);
		assertThat(explain(text, text.signature().toUpperCase(Locale.ROOT))).endsWith(form);
		assertThat(explain(text, "$1$" + text.hex("SHA-256", StandardCharsets.UTF_8)))
			.endsWith(rightFor("this text, but by SHA-256 in place of SHA-1"));
	}

	@Test
	void whenNothingExplainsItThenSuspectsTheSecret() {
		SignedText text = text("GET", BASE + "/1.0/me", "");
		assertThat(explain(text, text.withSecret("wrong"))).endsWith(unexplained());
	}

	@Test
	void shouldShowWhatWasSignedOnBothSidesWithoutSecrets() {
		SignedText text = text("POST", BASE + "/1.0/me", "{\"a\":\"é\"}");
		assertThat(explain(text, "$1$0"))
			.contains("  <application secret>+<consumer key>+POST+" + BASE + "/1.0/me+{\"a\":\"é\"}+1457018875",
					"which gives " + text.signature() + ", but $1$0 came.")
			.doesNotContain(text.applicationSecret(), text.consumerKey());
		assertThat(text).asString().doesNotContain(text.applicationSecret(), text.consumerKey());
	}

	private static String rightFor(String what) {
		return "The signature that came is right for " + what + ". What is signed has to be what is sent.";
	}

	private static String unexplained() {
		return "Most likely the secret is not that of application 'Tested application'.";
	}

	private String explain(SignedText expected, SignedText signed) {
		return explain(expected, signed.signature());
	}

	private String explain(SignedText expected, String signature) {
		return new SignatureDiagnosis(signature, expected, this.client.consumerKey(), this.keys).explain();
	}

	private SignedText text(String method, String url, String body) {
		return new SignedText(this.client.application().applicationSecret(), this.client.consumerKey().consumerKey(),
				method, url, body.getBytes(StandardCharsets.UTF_8), "1457018875");
	}

}
