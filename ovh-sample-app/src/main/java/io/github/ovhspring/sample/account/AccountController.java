package io.github.ovhspring.sample.account;

import java.util.List;
import java.util.Optional;

import io.github.ovhspring.client.OvhApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows accounts side by side, changes from one to another and disconnects them.
 */
@Controller
class AccountController {

	private final Accounts accounts;

	AccountController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/accounts")
	String accounts(HttpServletRequest request, Model model) {
		List<AccountSummary> summaries = this.accounts.all(request).stream().map(AccountSummary::of).toList();
		model.addAttribute("summaries", summaries);
		model.addAttribute("inUse", this.accounts.inUse(request).id());
		return "account/accounts";
	}

	@PostMapping("/accounts/{id}/use")
	String use(@PathVariable String id, HttpSession session) {
		SessionAccounts.of(session).choose(id);
		return "redirect:/accounts";
	}

	@PostMapping("/accounts/{id}/disconnect")
	String disconnect(@PathVariable String id, HttpSession session, RedirectAttributes flash) {
		Optional<Account> account = SessionAccounts.of(session).remove(id);
		account.ifPresent((removed) -> flash.addFlashAttribute("done", disconnect(removed)));
		return "redirect:/accounts";
	}

	// The key is forgotten whatever the API says of it.
	private static String disconnect(Account account) {
		try {
			account.ovh().post("/auth/logout").send();
			return "Disconnected " + account.label() + ". Its key is revoked.";
		}
		catch (OvhApiException | ResourceAccessException ex) {
			return "Forgot the key of " + account.label() + ", but could not revoke it (" + ex.getMessage()
					+ "). Its owner can, in the table of applications.";
		}
	}

	@PostMapping("/accounts/give-up")
	String giveUp(HttpSession session) {
		SessionAccounts.of(session).expect(null);
		return "redirect:/accounts";
	}

}
