package io.github.ovhspring.test.account;

import java.time.Duration;
import java.util.List;

import io.github.ovhspring.consumerkey.AccessRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for which calls a rule allows.
 */
class ConsumerKeyRulesTests {

	private final SimulatedKeys keys = new SimulatedKeys(new SimulatedClock(Duration.ZERO));

	private SimulatedConsumerKey key(AccessRule... rules) {
		return this.keys.addConsumerKey(this.keys.addApplication("Any"), rules);
	}

	@ParameterizedTest
	@CsvSource({ "/me, /me, true", "/me, /me/, false", "/me, /Me, false", "/me, /meandmore, false", "/me/*, /me, false",
			"/me/*, /me/, true", "/me/*, /me/bill/FR1, true", "/*, /, true", "/*, /v2/iam, true",
			"/ip/*, /ip/192.0.2.0%2F24/reverse, true", "/ip/192.0.2.0%2F24, /ip/192.0.2.0/24, false",
			"/email/domain/*/redirection, /email/domain/example.com/redirection, true",
			"/email/domain/*/redirection, /email/domain/a/b/redirection, true",
			"/email/domain/*/redirection, /email/domain/example.com/redirection/1, false",
			"/email/domain/*/redirection/*, /email/domain/example.com/redirection/1, true",
			"/ip/192.0.2.1, /ip/192x0x2x1, false", "/a+b, /a+b, true", "/a+b, /aab, false", "/a(b, /a(b, true" })
	void shouldTakeAStarForAnythingAndAllElseAsItIs(String rule, String path, boolean allowed) {
		assertThat(key(new AccessRule(HttpMethod.GET, rule)).allows("GET", path)).isEqualTo(allowed);
	}

	@Test
	void shouldAllowTheMethodOfTheRuleOnly() {
		SimulatedConsumerKey key = key(new AccessRule(HttpMethod.PUT, "/me"), new AccessRule(HttpMethod.GET, "/me/*"));
		assertThat(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "put", "HEAD"))
			.filteredOn((method) -> key.allows(method, "/me"))
			.containsExactly("PUT");
	}

	@Test
	void whenThereIsNoRuleThenAllowsNothing() {
		assertThat(key().allows("GET", "/me")).isFalse();
	}

}
