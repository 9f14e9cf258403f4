package io.github.ovhspring.sample.bills;

import java.time.LocalDate;
import java.util.List;

import io.github.ovhspring.client.OvhClient;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists bills.
 */
@RestController
class BillController {

	@GetMapping("/bills")
	List<Bill> bills(OvhClient ovh, @RequestParam(required = false) @Nullable LocalDate since,
			@RequestParam(required = false) @Nullable LocalDate until) {
		return new Bills(ovh).between(since, until);
	}

	@GetMapping("/bills/{id:[\\w-]+}")
	Bill bill(OvhClient ovh, @PathVariable String id) {
		return new Bills(ovh).one(id);
	}

}
