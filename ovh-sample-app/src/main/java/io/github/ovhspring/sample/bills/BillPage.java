package io.github.ovhspring.sample.bills;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import io.github.ovhspring.client.OvhClient;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Page of bills. Unless a period is given, that is the last twelve months, or all where
 * these have none.
 */
@Controller
class BillPage {

	@GetMapping(path = "/bills", produces = MediaType.TEXT_HTML_VALUE)
	String bills(OvhClient ovh, @RequestParam(required = false) @Nullable LocalDate since,
			@RequestParam(required = false) @Nullable LocalDate until, Model model) {
		LocalDate last = (until != null) ? until : LocalDate.now();
		LocalDate first = (since != null) ? since : last.minusMonths(11).withDayOfMonth(1);
		List<Bill> bills = new Bills(ovh).between(first, last);
		if (bills.isEmpty() && since == null && until == null) {
			bills = new Bills(ovh).between(null, null);
			first = bills.stream().map(Bill::day).min(Comparator.naturalOrder()).orElse(first);
		}
		model.addAttribute("since", first);
		model.addAttribute("until", last);
		model.addAttribute("bills", bills.stream().sorted(Comparator.comparing(Bill::date).reversed()).toList());
		model.addAttribute("totals", Total.byCurrency(bills));
		model.addAttribute("months", Total.byMonth(bills));
		return "bills/bills";
	}

}
