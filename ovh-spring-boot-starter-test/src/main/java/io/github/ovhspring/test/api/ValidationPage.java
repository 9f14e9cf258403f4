package io.github.ovhspring.test.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.account.Accounts;
import io.github.ovhspring.test.account.AddressBlock;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.check.OpenCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Page on which the customer validates or refuses a consumer key, and then goes on to
 * where the application wishes.
 */
final class ValidationPage {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><title>%1$s</title></head>
			<body>
			<main>
			<h1>%1$s</h1>
			%2$s
			<p><small>This is a simulated OVHcloud API, for tests.</small></p>
			</main>
			</body>
			</html>
			""";

	private static final String REQUEST = """
			<p>The application <strong>%s</strong> asks to make these calls for account %s%s.</p>
			<table>
			<thead><tr><th scope="col">Method</th><th scope="col">Path</th></tr></thead>
			<tbody>
			%s
			</tbody>
			</table>
			<form method="post">
			<button type="submit" name="decision" value="authorise">Authorise</button>
			<button type="submit" name="decision" value="refuse">Refuse</button>
			</form>""";

	private final Accounts accounts;

	ValidationPage(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Answer a request, if it is for this page.
	 */
	Optional<ResponseDefinition> answer(Request request) {
		if (!OpenCalls.VALIDATION.equals(request.getUrl().split("\\?", 2)[0])) {
			return Optional.empty();
		}
		QueryParameter token = request.queryParameter("credentialToken");
		return Optional.of(this.accounts.consumerKeys()
			.stream()
			.filter((key) -> token.hasValueMatching(WireMock.equalTo(key.credentialToken())))
			.findFirst()
			.map((key) -> answer(request, key))
			.orElseGet(() -> page(404, "There is no such request", "<p>Ask the application for a new link.</p>")));
	}

	private static ResponseDefinition answer(Request request, SimulatedConsumerKey key) {
		return request.getMethod().equals(RequestMethod.POST)
				? decide(key, Form.of(request.getBodyAsString()).get("decision")) : show(key);
	}

	private static ResponseDefinition show(SimulatedConsumerKey key) {
		return (key.state() == ConsumerKeyState.PENDING_VALIDATION) ? page(200, "Authorise an application", ask(key))
				: decided(200, key);
	}

	private static String ask(SimulatedConsumerKey key) {
		return REQUEST.formatted(escape(key.application().name()), Accounts.CUSTOMER, addresses(key),
				key.rules().stream().map(ValidationPage::row).collect(Collectors.joining("\n")));
	}

	private static String addresses(SimulatedConsumerKey key) {
		return key.allowedIps().isEmpty() ? ""
				: key.allowedIps()
					.stream()
					.map(AddressBlock::text)
					.map(ValidationPage::escape)
					.collect(Collectors.joining(", ", ", from ", ""));
	}

	private static String row(AccessRule rule) {
		return "<tr><td>" + rule.method() + "</td><td><code>" + escape(rule.path()) + "</code></td></tr>";
	}

	private static ResponseDefinition decide(SimulatedConsumerKey key, @Nullable String decision) {
		if (key.state() != ConsumerKeyState.PENDING_VALIDATION) {
			return decided(409, key);
		}
		if ("authorise".equals(decision)) {
			key.validate();
		}
		else if ("refuse".equals(decision)) {
			key.refuse();
		}
		else {
			return page(400, "Authorise an application", ask(key));
		}
		return (key.redirection() != null) ? ResponseDefinitionBuilder.responseDefinition()
			.withStatus(303)
			.withHeader("Location", key.redirection())
			.build() : decided(200, key);
	}

	private static ResponseDefinition decided(int status, SimulatedConsumerKey key) {
		return page(status, "This request is " + key.state().value(), "<p>You can close this page.</p>");
	}

	private static ResponseDefinition page(int status, String title, String content) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(status)
			.withHeader("Content-Type", "text/html; charset=utf-8")
			.withBody(PAGE.formatted(title, content))
			.build();
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

}
