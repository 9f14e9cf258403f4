package io.github.ovhspring.sample.mail;

import java.util.List;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.sample.web.AskFirst;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Page of mail redirections: those of the first domain unless one is given.
 */
@Controller
class RedirectionPage {

	@GetMapping(path = "/redirections", produces = MediaType.TEXT_HTML_VALUE)
	String redirections(OvhClient ovh, @RequestParam(required = false) @Nullable String domain, Model model) {
		Redirections redirections = new Redirections(ovh);
		List<String> domains = redirections.domains();
		String shown = (domain != null || domains.isEmpty()) ? domain : domains.get(0);
		model.addAttribute("domains", domains);
		model.addAttribute("domain", shown);
		model.addAttribute("redirections", (shown != null) ? redirections.of(shown) : List.of());
		return "mail/redirections";
	}

	@PostMapping(path = "/redirections", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@AskFirst("Redirect mail")
	String add(OvhClient ovh, RedirectionRequest request, RedirectAttributes redirect) {
		try {
			redirect.addFlashAttribute("done", said(new Redirections(ovh).add(request)));
		}
		catch (ResponseStatusException ex) {
			redirect.addFlashAttribute("request", request);
			redirect.addFlashAttribute("warning", ex.getReason());
		}
		redirect.addAttribute("domain", request.domain());
		return "redirect:/redirections";
	}

	@PostMapping("/redirections/{id:[\\w-]+}/delete")
	@AskFirst("Delete a redirection of mail")
	String delete(OvhClient ovh, @PathVariable String id, @RequestParam String domain, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", said(new Redirections(ovh).delete(domain, id)));
		redirect.addAttribute("domain", domain);
		return "redirect:/redirections";
	}

	private static String said(Task task) {
		return "OVHcloud has the task to " + task.action() + " the redirection of " + task.account() + " (" + task.id()
				+ "). The list follows when it is done.";
	}

}
