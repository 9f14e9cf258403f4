package io.github.ovhspring.auth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OvhCredentials}.
 */
class OvhCredentialsTests {

	@Test
	void shouldNotPrintSecrets() {
		assertThat(OvhCredentials.applicationKeys("7kbG7Bk7S9Nt7ZSV", "the-secret", "the-consumer"))
			.hasToString("application keys 7kbG… with consumer key");
		assertThat(OvhCredentials.applicationKeys("7kb", "the-secret"))
			.hasToString("application keys 7kb… without consumer key");
		assertThat(OvhCredentials.anonymous()).hasToString("no credentials");
	}

	@Test
	void shouldTrimKeys() {
		assertThat(OvhCredentials.applicationKeys(" key\n", "\tsecret ", " consumer "))
			.isEqualTo(OvhCredentials.applicationKeys("key", "secret", "consumer"));
	}

	@Test
	void whenConsumerKeyIsBlankThenHasNone() {
		assertThat(new OvhCredentials.ApplicationKeys("key", "secret", " ").consumerKey()).isNull();
	}

	@Test
	void whenKeyIsEmptyThenNamesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhCredentials.applicationKeys(" ", "secret"))
			.withMessage("The application key must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> OvhCredentials.applicationKeys("key", ""))
			.withMessage("The application secret must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> OvhCredentials.applicationKeys("key", "secret", " "))
			.withMessage("The consumer key must not be empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "the secret", "the\r\nsecret", "thé", "the\u0000secret" })
	void whenKeyHasAForeignCharacterThenNamesTheKeyAndHidesItsValue(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> OvhCredentials.applicationKeys("key", secret))
			.withMessageStartingWith("The application secret has a character")
			.withMessageNotContaining(secret);
	}

}
