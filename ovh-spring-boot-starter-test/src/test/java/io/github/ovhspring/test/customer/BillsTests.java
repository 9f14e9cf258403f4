package io.github.ovhspring.test.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for the bills of the bundled account.
 */
class BillsTests extends AccountTestCase {

	record Bill(String billId, String category, OffsetDateTime date, long orderId, String password, String pdfUrl,
			String url, Price priceWithoutTax, Price tax, Price priceWithTax) {
	}

	record Price(String currencyCode, long priceInUcents, String text, BigDecimal value) {

		static Price of(BigDecimal value) {
			return new Price("EUR", value.movePointRight(8).longValueExact(), value.setScale(2) + " €", value);
		}

	}

	@Test
	void shouldHaveOneInEachOf18MonthsAtLeast() {
		List<Bill> bills = this.ovh.getAll("/me/bill/{billId}", list("/me/bill"), Bill.class);
		assertThat(bills).hasSize(28);
		assertThat(bills.stream().map((bill) -> YearMonth.from(bill.date())).distinct()).hasSize(18)
			.startsWith(YearMonth.of(2025, 6))
			.endsWith(YearMonth.of(2026, 11))
			.isSorted();
		assertThat(bills).extracting(Bill::billId).isSorted();
		assertThat(bills).extracting(Bill::orderId).doesNotHaveDuplicates();
		assertThat(bills).allSatisfy((bill) -> {
			assertThat(bill.priceWithTax()).isEqualTo(Price.of(bill.priceWithTax().value()));
			assertThat(bill.priceWithTax().value())
				.isEqualByComparingTo(bill.priceWithoutTax().value().add(bill.tax().value()));
			assertThat(bill.tax().value()).isCloseTo(bill.priceWithoutTax().value().multiply(new BigDecimal("0.2")),
					within(new BigDecimal("0.005")));
			assertThat(bill.pdfUrl()).isEqualTo("https://bills.example.com/" + bill.billId() + ".pdf");
		});
	}

	@ParameterizedTest
	@CsvSource({ "date.from, 2026-11-01, FR59629219 FR59760263",
			"date.from, 2026-11-03T04:12:31%2B01:00, FR59629219 FR59760263",
			"date.from, 2026-11-03T04:12:32%2B01:00, FR59760263", "date.to, 2025-07-04, FR54135280 FR54451498",
			"date.to, 2025-06-03T02:12:31Z, FR54135280", "date.to, 2025-06-03T02:12:30Z, ''",
			"category, purchase-telecom, FR56525434", "orderId, 204560911, FR58609327", "orderId, 1, ''" })
	void shouldFilter(String name, String value, String ids) {
		assertThat(String.join(" ", list("/me/bill?" + name + "=" + value))).isEqualTo(ids);
	}

	@Test
	void shouldFilterByAllThatIsGiven() {
		assertThat(this.ovh.get("/me/bill")
			.query("date.from", LocalDate.of(2026, 7, 1))
			.query("date.to", LocalDate.of(2026, 8, 1))
			.query("category", "autorenew")
			.asList(String.class)).containsExactly("FR58466012");
	}

	@ParameterizedTest
	@CsvSource({ "date.from, yesterday", "date.to, 2026-11-03T04:12:31", "category, rent", "orderId, many" })
	void whenFilterIsMalformedThenIsRefused(String name, String value) {
		isRefused(this.ovh.get("/me/bill").query(name, value), 400, "Client::BadRequest",
				"Query parameter " + name + " isn't formated correctly");
	}

	@Test
	void whenThereIsNoSuchBillThenIsNotFound() {
		isRefused(this.ovh.get("/me/bill/{id}", "FR1"), 404, "Client::NotFound",
				"The requested object (billId = FR1) does not exist");
	}

}
