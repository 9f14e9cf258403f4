package io.github.ovhspring.sample.account;

import io.github.ovhspring.client.OvhClient;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Greets the customer.
 */
@Controller
class WelcomeController {

	@GetMapping("/welcome")
	@ResponseBody
	String welcome(OvhClient ovh) {
		return ovh.get("/me").as(Me.class).greeting();
	}

	@GetMapping("/")
	String page(OvhClient ovh, Model model) {
		model.addAttribute("greeting", welcome(ovh));
		return "account/welcome";
	}

}
