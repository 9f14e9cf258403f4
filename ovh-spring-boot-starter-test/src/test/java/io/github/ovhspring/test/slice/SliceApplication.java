package io.github.ovhspring.test.slice;

import io.github.ovhspring.client.OvhClient;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with a component for each slice.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class SliceApplication {

	@RestController
	static class HelloController {

		private final OvhClient ovh;

		HelloController(OvhClient ovh) {
			this.ovh = ovh;
		}

		@GetMapping("/hello")
		String hello() {
			return "Hello " + this.ovh.get("/me").as(Me.class).firstname();
		}

	}

	@Component
	static class Greeter {

		private final OvhClient ovh;

		Greeter(OvhClient ovh) {
			this.ovh = ovh;
		}

		String greet() {
			return "Hello " + this.ovh.get("/me").as(Me.class).firstname();
		}

	}

	record Me(String firstname) {
	}

}
