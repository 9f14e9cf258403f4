package io.github.ovhspring.test.customer;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the customer of the bundled account.
 */
class ProfileTests extends AccountTestCase {

	@Test
	void shouldTellWhoTheCustomerIs() {
		assertThat(get("/me").path("firstname").asString()).isEqualTo("Ada");
		assertThat(get("/v1/me").path("nichandle").asString()).isEqualTo("al4711-ovh");
		assertThat(get("/me").path("currency").path("symbol").asString()).isEqualTo("€");
	}

	@Test
	void whenWrittenToThenReadsAsWritten() {
		this.ovh.put("/me").body(Map.of("city", "Lille", "zip", "59000")).send();
		assertThat(get("/me").path("city").asString()).isEqualTo("Lille");
		assertThat(get("/me").path("firstname").asString()).isEqualTo("Ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nichandle", "shoeSize" })
	void whenReadOnlyOrUnknownIsWrittenThenIsRefusedWhole(String name) {
		isRefused(this.ovh.put("/me").body(Map.of("city", "Lille", name, "x")), 400, "Client::BadRequest",
				"Body parameter " + name + " isn't formated correctly");
		assertThat(get("/me").path("city").asString()).isEqualTo("Roubaix");
	}

	@Test
	void whenBodyIsNoObjectThenIsRefused() {
		isRefused(this.ovh.put("/me").body(List.of(1)), 400, "Client::BadRequest", "Body isn't formated correctly");
		isRefused(this.ovh.put("/me").body("{"), 400, "Client::BadRequest", "Body isn't formated correctly");
		isRefused(this.ovh.put("/me"), 400, "Client::BadRequest", "Body isn't formated correctly");
	}

}
