package io.github.ovhspring.sample.readme;

import io.github.ovhspring.client.OvhClient;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("helloController")
class WelcomeController {

	private final OvhClient ovh;

	WelcomeController(OvhClient ovh) {
		this.ovh = ovh;
	}

	@GetMapping("/hello")
	String hello() {
		return "Hello " + this.ovh.get("/me").as(Me.class).firstname();
	}

	record Me(String firstname) {
	}

}
