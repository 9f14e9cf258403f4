package io.github.ovhspring.test.check;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Ways in which the URL that was signed may differ from the one that came.
 */
final class UrlDeviations {

	private static final Pattern ESCAPE = Pattern.compile("%\\p{XDigit}{2}");

	private static final Pattern ESCAPES = Pattern.compile("(%\\p{XDigit}{2})+");

	private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?#]*");

	private static final Pattern PLUS_IN_QUERY = Pattern.compile("\\+(?=[^?]*$)");

	// What a URI may hold; all else has to be escaped, except the escapes themselves.
	private static final Pattern UNESCAPED = Pattern
		.compile("[^\\x21\\x23-\\x3b\\x3d\\x3f-\\x5b\\x5d\\x5f\\x61-\\x7a\\x7e]");

	private UrlDeviations() {
	}

	static Stream<Deviation> of(SignedText text) {
		String url = text.url();
		return Stream.concat(ofEncoding(text, url), ofParts(text, url))
			.filter((deviation) -> !deviation.text().url().equals(url));
	}

	private static Stream<Deviation> ofEncoding(SignedText text, String url) {
		String query = url.contains("?") ? url.substring(url.indexOf('?')) : "";
		String beforeQuery = url.substring(0, url.length() - query.length());
		return Stream.of(
				deviation(text, "the URL with spaces in the query as %20 instead of +",
						beforeQuery + PLUS_IN_QUERY.matcher(query).replaceAll("%20")),
				deviation(text, "the URL with spaces in the query as + instead of %20",
						beforeQuery + query.replace("%20", "+")),
				deviation(text, "the URL with upper case escapes such as %2F",
						escapes(url, (escape) -> escape.group().toUpperCase(Locale.ROOT))),
				deviation(text, "the URL with lower case escapes such as %2f",
						escapes(url, (escape) -> escape.group().toLowerCase(Locale.ROOT))),
				deviation(text, "the URL with %2F in the path as /", beforeQuery.replaceAll("(?i)%2f", "/") + query),
				deviation(text, "the URL with nothing escaped", decoded(url)),
				deviation(text, "the URL with nothing escaped in the query", beforeQuery + decoded(query)),
				deviation(text, "the URL with ~ not escaped", url.replaceAll("(?i)%7e", "~")),
				deviation(text, "the URL with ~ as %7E", url.replace("~", "%7E")),
				deviation(text, "the URL with each % escaped once more, as %25", url.replace("%", "%25")),
				deviation(text, "the URL with all escaped that has to be", escaped(url)),
				deviation(text, "the URL with , : and / in the query escaped",
						beforeQuery + query.replace(",", "%2C").replace(":", "%3A").replace("/", "%2F")),
				deviation(text, "the URL with , : and / in the query not escaped", beforeQuery
						+ query.replaceAll("(?i)%2c", ",").replaceAll("(?i)%3a", ":").replaceAll("(?i)%2f", "/")));
	}

	private static Stream<Deviation> ofParts(SignedText text, String url) {
		String afterOrigin = ORIGIN.matcher(url).replaceFirst("");
		String origin = url.substring(0, url.length() - afterOrigin.length());
		String path = afterOrigin.replaceFirst("[?#].*$", "");
		return Stream.of(deviation(text, "the URL without its query", origin + path),
				deviation(text, "the URL without its fragment", url.replaceFirst("#.*$", "")),
				deviation(text, "the URL without a slash or question mark at its end", url.replaceFirst("[/?]+$", "")),
				deviation(text, "the URL with a slash at its end",
						origin + path + "/" + afterOrigin.substring(path.length())),
				deviation(text, "the URL with a question mark at its end", url + "?"),
				deviation(text, "the URL with doubled slashes as one", origin + afterOrigin.replaceAll("/{2,}", "/")),
				deviation(text, "the URL with . and .. resolved",
						origin + StringUtils.cleanPath(path) + afterOrigin.substring(path.length())),
				deviation(text, "the path alone, without scheme and host", afterOrigin),
				deviation(text, "the path alone, without scheme, host and version",
						afterOrigin.replaceFirst("^/(1\\.0|v1|v2)", "")),
				deviation(text, "the URL without the version",
						origin + afterOrigin.replaceFirst("^/(1\\.0|v1|v2)", "")),
				deviation(text, "the URL with /1.0", origin + afterOrigin.replaceFirst("^/v1/", "/1.0/")),
				deviation(text, "the URL with /v1", origin + afterOrigin.replaceFirst("^/1\\.0/", "/v1/")),
				deviation(text, "the URL with http instead of https", url.replaceFirst("^https:", "http:")),
				deviation(text, "the URL with https instead of http", url.replaceFirst("^http:", "https:")),
				deviation(text, "the URL with localhost as host",
						origin.replace("127.0.0.1", "localhost") + afterOrigin),
				deviation(text, "the URL with 127.0.0.1 as host",
						origin.replaceFirst("(?i)localhost", "127.0.0.1") + afterOrigin),
				deviation(text, "the URL of https://eu.api.ovh.com, which is not where the call went",
						"https://eu.api.ovh.com" + afterOrigin),
				deviation(text, "the URL of https://ca.api.ovh.com, which is not where the call went",
						"https://ca.api.ovh.com" + afterOrigin),
				deviation(text, "the URL of https://api.us.ovhcloud.com, which is not where the call went",
						"https://api.us.ovhcloud.com" + afterOrigin),
				deviation(text, "the URL in lower case", url.toLowerCase(Locale.ROOT)));
	}

	private static Deviation deviation(SignedText text, String what, String url) {
		return new Deviation(what, text.withUrl(url));
	}

	private static String escapes(String url, Function<MatchResult, String> change) {
		return ESCAPE.matcher(url).replaceAll(change);
	}

	private static String decoded(String url) {
		return ESCAPES.matcher(url).replaceAll((match) -> {
			String decoded = UriUtils.decode(match.group(), StandardCharsets.UTF_8);
			return Matcher.quoteReplacement(decoded);
		});
	}

	private static String escaped(String url) {
		return UNESCAPED.matcher(url).replaceAll((match) -> UriUtils.encode(match.group(), StandardCharsets.UTF_8));
	}

}
