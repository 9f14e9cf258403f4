package io.github.ovhspring.sample.bills;

import java.time.LocalDate;
import java.util.List;

import io.github.ovhspring.client.OvhClient;
import org.jspecify.annotations.Nullable;

/**
 * Bills of an account: the API gives their ids, and then each of them.
 *
 * @param ovh the account's client
 */
record Bills(OvhClient ovh) {

	List<Bill> between(@Nullable LocalDate since, @Nullable LocalDate until) {
		// A date is its first moment: the last day ends with the next one.
		LocalDate end = (until != null) ? until.plusDays(1) : null;
		List<String> ids = this.ovh.get("/me/bill")
			.query("date.from", since)
			.query("date.to", end)
			.asList(String.class);
		return this.ovh.getAll("/me/bill/{id}", ids, Bill.class)
			.stream()
			.filter((bill) -> until == null || !bill.day().isAfter(until))
			.toList();
	}

	Bill one(String id) {
		return this.ovh.get("/me/bill/{id}", id).as(Bill.class);
	}

}
