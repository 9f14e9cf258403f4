package io.github.ovhspring.consumerkey;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConsumerKeyRequest}.
 */
class ConsumerKeyRequestTests {

	@Test
	void shouldWriteWhatIsGivenAndNothingElse() {
		assertThat(ConsumerKeyRequest.builder().rule(HttpMethod.POST, "/sms/*").build().toJson()).isIn(
				"{\"accessRules\":[{\"method\":\"POST\",\"path\":\"/sms/*\"}]}",
				"{\"accessRules\":[{\"path\":\"/sms/*\",\"method\":\"POST\"}]}");
		assertThat(ConsumerKeyRequest.builder()
			.readOnly("/me")
			.redirection("https://app.example.com/cb?x=1&é=2")
			.allowedIps("192.0.2.0/24", "2001:db8::/32")
			.build()
			.toJson())
			.endsWith("\"redirection\":\"https://app.example.com/cb?x=1&é=2\","
					+ "\"allowedIPs\":[\"192.0.2.0/24\",\"2001:db8::/32\"]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/domain | /domain,/domain/*", "/domain/ | /domain,/domain/*", "/domain/* | /domain,/domain/*",
					"/ | /*", "/* | /*", "/domain/*/*// | /domain,/domain/*", "'/domain /* ' | /domain,/domain/*",
					"'/ ' | /*", "/a*b/ | /a*b,/a*b/*", "'/a/*\n' | '/a/*\n,/a/*\n/*'" })
	void whenRecursiveThenHasThePathAndAllBelowIt(String path, String expected) {
		List<AccessRule> rules = ConsumerKeyRequest.builder().recursive(AccessRights.READ_ONLY, path).build().rules();
		assertThat(rules.stream().map(AccessRule::path)).containsExactly(expected.split(","));
	}

	@Test
	void whenRecursiveThenRulesComeInTheOrderOfPython() {
		assertThat(ConsumerKeyRequest.builder().recursive(AccessRights.READ_WRITE_SAFE, "/a").build().rules())
			.containsExactly(new AccessRule(HttpMethod.GET, "/a"), new AccessRule(HttpMethod.POST, "/a"),
					new AccessRule(HttpMethod.PUT, "/a"), new AccessRule(HttpMethod.GET, "/a/*"),
					new AccessRule(HttpMethod.POST, "/a/*"), new AccessRule(HttpMethod.PUT, "/a/*"));
	}

	@Test
	void shouldKnowTheUsualRights() {
		assertThat(AccessRights.READ_ONLY.methods()).containsExactly(HttpMethod.GET);
		assertThat(AccessRights.READ_WRITE_SAFE.methods()).containsExactly(HttpMethod.GET, HttpMethod.POST,
				HttpMethod.PUT);
		assertThat(ConsumerKeyRequest.builder().rules(AccessRights.READ_WRITE, "/a").build().rules()).containsExactly(
				new AccessRule(HttpMethod.GET, "/a"), new AccessRule(HttpMethod.POST, "/a"),
				new AccessRule(HttpMethod.PUT, "/a"), new AccessRule(HttpMethod.DELETE, "/a"));
	}

	@Test
	void whenARuleIsAskedForTwiceThenHasItOnce() {
		assertThat(ConsumerKeyRequest.builder().readOnly("/me").readOnly("/me").build().rules()).hasSize(1);
	}

	@Test
	void whenThereIsNoRuleThenRefusesIt() {
		ConsumerKeyRequest.Builder builder = ConsumerKeyRequest.builder();
		assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("at least one rule");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "me", "https://eu.api.ovh.com/1.0/me", " /me" })
	void whenAPathHasNoLeadingSlashThenRefusesIt(String path) {
		ConsumerKeyRequest.Builder builder = ConsumerKeyRequest.builder();
		String message = "The path '" + path + "' of a rule must start with '/'";
		assertThatIllegalArgumentException().isThrownBy(() -> builder.readOnly(path)).withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.recursive(AccessRights.READ_WRITE, path))
			.withMessage(message);
		AccessRule rule = new AccessRule(HttpMethod.GET, path);
		assertThatIllegalArgumentException().isThrownBy(() -> new ConsumerKeyRequest(List.of(rule), null, List.of()))
			.withMessage(message);
	}

	@Test
	void whenAMethodIsUnknownThenRefusesIt() {
		ConsumerKeyRequest.Builder builder = ConsumerKeyRequest.builder().rule(HttpMethod.PATCH, "/me");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.rule(HttpMethod.HEAD, "/me"))
			.withMessage("The API has no method 'HEAD': a rule is for GET, POST, PUT, DELETE or PATCH");
	}

	@Test
	void whenTheRedirectionIsBlankThenRefusesIt() {
		ConsumerKeyRequest.Builder builder = ConsumerKeyRequest.builder().readOnly("/me").redirection(" ");
		assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("redirection");
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.0/24", "0.0.0.0/0", "192.0.2.1/32", "2001:db8::/32", "::/0", "::1/128",
			"::ffff:192.0.2.1/32" })
	void shouldTakeBlocksOfAddresses(String block) {
		assertThat(ConsumerKeyRequest.builder().readOnly("/").allowedIps(block).build().allowedIps())
			.containsExactly(block);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "192.0.2.0", "192.0.2.0/33", "192.0.2/24", "300.0.2.0/24", "example.com/24",
			"2001:db8::/129", "2001:db8::", "1:2:3/64", "192.0.2.0/", "192.0.2.0/24/8", "192.0.2.0/999999999999",
			":::/3" })
	void whenABlockIsNoneThenRefusesIt(String block) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConsumerKeyRequest.builder().allowedIps(block))
			.withMessage("'" + block + "' is not a block of addresses: write it in CIDR form, such as 192.0.2.0/24");
	}

}
