package io.github.ovhspring.sample.kvm;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.sample.web.AskFirst;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Page that waits for access to screen and keyboard of a server.
 */
@Controller
class KvmPage {

	@PostMapping(path = "/servers/{server:[\\w.-]+}/kvm", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@AskFirst("Open screen and keyboard of a server to whoever has the link")
	String ask(OvhClient ovh, @PathVariable String server, RedirectAttributes redirect) {
		redirect.addAttribute("task", new Kvm(ovh).ask(server).task().taskId());
		return "redirect:/servers/{server}/kvm/{task}";
	}

	@GetMapping(path = "/servers/{server:[\\w.-]+}/kvm/{task}", produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView look(OvhClient ovh, @PathVariable String server, @PathVariable long task,
			@RequestParam(defaultValue = "") String seen,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean poll) {
		KvmAccess access = new Kvm(ovh).look(server, task);
		if (poll && access.task().status().equals(seen)) {
			return new ModelAndView((model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value()));
		}
		return new ModelAndView(poll ? "kvm/kvm :: progress" : "kvm/kvm").addObject("access", access);
	}

}
