package io.github.ovhspring.test.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.AddressBlock;
import io.github.ovhspring.test.account.ConsumerKeyState;
import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.account.SimulatedCustomer;
import io.github.ovhspring.test.check.OpenCalls;

import org.springframework.web.util.HtmlUtils;

/**
 * Page on which the customer validates or refuses a consumer key, and then goes on to
 * where the application wishes.
 */
final class ValidationPage {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<title>%1$s</title>
			</head>
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
			<p>The application <strong>%s</strong> asks to make these calls%s.</p>
			<table>
			<thead><tr><th scope="col">Method</th><th scope="col">Path</th></tr></thead>
			<tbody>
			%s
			</tbody>
			</table>
			<form method="post">
			<p><label>For account <select name="account">%s</select></label></p>
			<button type="submit" name="decision" value="authorise">Authorise</button>
			<button type="submit" name="decision" value="refuse">Refuse</button>
			</form>""";

	private final SimulatedKeys keys;

	ValidationPage(SimulatedKeys keys) {
		this.keys = keys;
	}

	/**
	 * Answer a request, if it is for this page.
	 */
	Optional<ResponseDefinition> answer(Request request) {
		if (!OpenCalls.VALIDATION.equals(request.getUrl().split("\\?", 2)[0])) {
			return Optional.empty();
		}
		QueryParameter token = request.queryParameter("credentialToken");
		return Optional.of(this.keys.consumerKeys()
			.stream()
			.filter((key) -> token.hasValueMatching(WireMock.equalTo(key.credentialToken())))
			.findFirst()
			.map((key) -> answer(request, key))
			.orElseGet(() -> page(404, "There is no such request", "<p>Ask the application for a new link.</p>")));
	}

	private static ResponseDefinition answer(Request request, SimulatedConsumerKey key) {
		return request.getMethod().equals(RequestMethod.POST) ? decide(key, Form.of(request.getBodyAsString()))
				: show(key);
	}

	private static ResponseDefinition show(SimulatedConsumerKey key) {
		return (key.state() == ConsumerKeyState.PENDING_VALIDATION) ? page(200, "Authorise an application", ask(key))
				: decided(200, key);
	}

	private static String ask(SimulatedConsumerKey key) {
		return REQUEST.formatted(escape(key.application().name()), addresses(key),
				key.rules().stream().map(ValidationPage::row).collect(Collectors.joining("\n")),
				Arrays.stream(SimulatedCustomer.values()).map(ValidationPage::option).collect(Collectors.joining()));
	}

	private static String addresses(SimulatedConsumerKey key) {
		return key.allowedIps().isEmpty() ? ""
				: key.allowedIps()
					.stream()
					.map(AddressBlock::text)
					.map(ValidationPage::escape)
					.collect(Collectors.joining(", ", ", from ", ""));
	}

	private static String option(SimulatedCustomer customer) {
		return "<option value=\"%1$s\">%1$s</option>".formatted(customer.nichandle());
	}

	private static String row(AccessRule rule) {
		return "<tr><td>" + rule.method() + "</td><td><code>" + escape(rule.path()) + "</code></td></tr>";
	}

	private static ResponseDefinition decide(SimulatedConsumerKey key, Form form) {
		if (key.state() != ConsumerKeyState.PENDING_VALIDATION) {
			return decided(409, key);
		}
		String decision = form.get("decision");
		// A script need not say for whom.
		Optional<SimulatedCustomer> customer = SimulatedCustomer
			.of(Objects.requireNonNullElse(form.get("account"), SimulatedCustomer.ADA.nichandle()));
		if ("authorise".equals(decision) && customer.isPresent()) {
			key.validate(customer.get());
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
