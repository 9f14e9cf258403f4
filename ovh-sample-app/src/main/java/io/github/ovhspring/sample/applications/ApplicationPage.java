package io.github.ovhspring.sample.applications;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.sample.web.AskFirst;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Page of the applications that the account's owner has let in.
 */
@Controller
class ApplicationPage {

	@GetMapping(path = "/applications", produces = MediaType.TEXT_HTML_VALUE)
	String applications(OvhClient ovh, Model model) {
		Applications applications = new Applications(ovh);
		model.addAttribute("applications", applications.authorised());
		model.addAttribute("own", applications.ownCredential());
		return "applications/applications";
	}

	@PostMapping("/applications/{credentialId}/revoke")
	@AskFirst("Revoke the access of an application")
	String revoke(OvhClient ovh, @PathVariable long credentialId, RedirectAttributes flash) {
		new Applications(ovh).revoke(credentialId);
		flash.addFlashAttribute("done", "Revoked credential " + credentialId + ".");
		return "redirect:/applications";
	}

}
