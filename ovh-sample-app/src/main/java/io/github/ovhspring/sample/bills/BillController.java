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
 * Lists bills: the API gives their ids, and then each of them.
 */
@RestController
class BillController {

	private final OvhClient ovh;

	BillController(OvhClient ovh) {
		this.ovh = ovh;
	}

	@GetMapping("/bills")
	List<Bill> bills(@RequestParam(required = false) @Nullable LocalDate since) {
		List<String> ids = this.ovh.get("/me/bill").query("date.from", since).asList(String.class);
		return this.ovh.getAll("/me/bill/{id}", ids, Bill.class);
	}

	@GetMapping("/bills/{id:[\\w-]+}")
	Bill bill(@PathVariable String id) {
		return this.ovh.get("/me/bill/{id}", id).as(Bill.class);
	}

}
