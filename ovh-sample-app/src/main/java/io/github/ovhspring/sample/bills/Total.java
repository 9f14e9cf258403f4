package io.github.ovhspring.sample.bills;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What several bills of one currency come to.
 *
 * @param month the month of the bills, {@code null} for more than one
 * @param currency the currency
 * @param count how many bills there are
 * @param withoutTax what they come to before taxes
 * @param tax the taxes
 * @param withTax what they come to
 */
record Total(@Nullable YearMonth month, String currency, int count, BigDecimal withoutTax, BigDecimal tax,
		BigDecimal withTax) {

	static List<Total> byCurrency(Collection<Bill> bills) {
		return of(null, bills).toList();
	}

	/**
	 * Return a total for each month and currency, months without a bill included.
	 */
	static List<Total> byMonth(Collection<Bill> bills) {
		TreeMap<YearMonth, List<Bill>> months = bills.stream()
			.collect(Collectors.groupingBy((bill) -> YearMonth.from(bill.day()), TreeMap::new, Collectors.toList()));
		List<Total> totals = new ArrayList<>();
		if (!months.isEmpty()) {
			String currency = bills.iterator().next().priceWithTax().currencyCode();
			for (YearMonth month = months.firstKey(); !month.isAfter(months.lastKey()); month = month.plusMonths(1)) {
				List<Bill> billed = months.getOrDefault(month, List.of());
				totals.addAll(billed.isEmpty() ? List.of(of(month, currency, billed)) : of(month, billed).toList());
			}
		}
		return totals;
	}

	private static Stream<Total> of(@Nullable YearMonth month, Collection<Bill> bills) {
		return bills.stream()
			.collect(Collectors.groupingBy((bill) -> bill.priceWithTax().currencyCode(), TreeMap::new,
					Collectors.toList()))
			.entrySet()
			.stream()
			.map((entry) -> of(month, entry.getKey(), entry.getValue()));
	}

	private static Total of(@Nullable YearMonth month, String currency, List<Bill> bills) {
		return new Total(month, currency, bills.size(), sum(bills.stream().map(Bill::priceWithoutTax)),
				sum(bills.stream().map(Bill::tax)), sum(bills.stream().map(Bill::priceWithTax)));
	}

	private static BigDecimal sum(Stream<Bill.Price> prices) {
		return prices.map(Bill.Price::value).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
