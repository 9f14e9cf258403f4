package io.github.ovhspring.sample.account;

import java.net.URI;
import java.util.UUID;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Connects the account of a customer: asks for a consumer key, sends the customer to the
 * page that validates it, and keeps it in the session once that is done.
 */
@Controller
class ConnectController {

	private final OvhClient ovh;

	ConnectController(Accounts accounts) {
		this.ovh = accounts.application();
	}

	@PostMapping("/accounts/connect")
	String connect(@RequestParam Rights rights, HttpSession session) {
		String id = UUID.randomUUID().toString();
		String redirection = ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/accounts/connected")
			.queryParam("id", id)
			.toUriString();
		ConsumerKeyRequest request = rights.request(redirection);
		PendingConsumerKey key = this.ovh.requestConsumerKey(request);
		Account account = new Account(id, this.ovh.withConsumerKey(key.consumerKey()), true);
		SessionAccounts.of(session)
			.expect(new PendingAccount(account, URI.create(key.validationUrl()), request.rules()));
		return "redirect:/accounts/connect";
	}

	// Not a redirection at once: "form-action 'self'" would stop it, and so one sees
	// where one goes.
	@GetMapping("/accounts/connect")
	String validate(HttpSession session, Model model) {
		return SessionAccounts.of(session).pending().map((pending) -> {
			model.addAttribute("pending", pending);
			return "account/connect";
		}).orElse("redirect:/accounts");
	}

	// The id ties the answer to the session that asked: nobody can be led into an account
	// that somebody else connected.
	@GetMapping("/accounts/connected")
	String connected(@RequestParam String id, HttpServletRequest request, RedirectAttributes flash) {
		SessionAccounts accounts = SessionAccounts.of(request.getSession());
		PendingAccount pending = accounts.pending()
			.filter((candidate) -> candidate.account().id().equals(id))
			.orElse(null);
		if (pending == null) {
			flash.addFlashAttribute("warning", "Nobody asked to connect that account here. Connect it anew.");
			return "redirect:/accounts";
		}
		try {
			flash.addFlashAttribute("done", "Connected " + pending.account().me().label() + ".");
		}
		catch (OvhApiException.Forbidden | OvhApiException.InvalidSignature ex) {
			flash.addFlashAttribute("warning",
					"The key is not validated: it was refused, or nobody has decided yet. Go on there, or give up.");
			return "redirect:/accounts/connect";
		}
		request.changeSessionId();
		accounts.add(pending.account());
		return "redirect:/accounts";
	}

}
