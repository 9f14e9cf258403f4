package io.github.ovhspring.sample.account;

import io.github.ovhspring.client.OvhClient;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Greets the customer.
 */
@RestController
class WelcomeController {

	private final OvhClient ovh;

	WelcomeController(OvhClient ovh) {
		this.ovh = ovh;
	}

	@GetMapping("/welcome")
	String welcome() {
		return this.ovh.get("/me").as(Me.class).greeting();
	}

}
