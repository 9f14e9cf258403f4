package io.github.ovhspring.sample.typed;

import io.github.ovhspring.sample.typed.api.BillApi;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows a bill by the generated interface.
 */
@RestController
class TypedBillController {

	private final BillApi api;

	TypedBillController(BillApi api) {
		this.api = api;
	}

	@GetMapping("/typed/bills/{id:[\\w-]+}")
	BillSummary bill(@PathVariable String id) {
		return BillSummary.of(this.api.bill(id));
	}

}
