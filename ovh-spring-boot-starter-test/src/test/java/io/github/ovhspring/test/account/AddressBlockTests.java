package io.github.ovhspring.test.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AddressBlock}.
 */
class AddressBlockTests {

	@ParameterizedTest
	@CsvSource({ "192.0.2.0/24, 192.0.2.7, true", "192.0.2.0/24, 192.0.3.7, false", "192.0.2.7, 192.0.2.7, true",
			"192.0.2.7, 192.0.2.8, false", "0.0.0.0/0, 198.51.100.1, true", "10.0.0.0/31, 10.0.0.1, true",
			"10.0.0.0/31, 10.0.0.2, false", "2001:db8::/32, 2001:db8::1, true", "2001:db8::/32, 2001:db9::1, false",
			"192.0.2.0/24, ::1, false", "192.0.2.0/24, unknown, false", "0.0.0.0/0, 1.2.3.400, false" })
	void shouldContain(String block, String address, boolean contained) {
		assertThat(AddressBlock.of(block).contains(address)).isEqualTo(contained);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "example.com", "192.0.2.0/33", "192.0.2.0/", "192.0.2.0/-1", "1.2.3.400/8", "::1/129",
			"192.0.2.0/a" })
	void whenTextIsNoBlockThenSaysSo(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> AddressBlock.of(text))
			.withMessage("'" + text + "' is not a block of addresses");
	}

}
