package io.github.ovhspring.sample.servers;

import java.util.List;
import java.util.concurrent.Executor;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.sample.web.AskFirst;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages of dedicated servers, and of what becomes of their network burst.
 */
@Controller
class ServerPage {

	private static final String RUN = BurstRun.class.getName();

	private final Executor executor;

	ServerPage(@Qualifier("applicationTaskExecutor") Executor executor) {
		this.executor = executor;
	}

	@GetMapping(path = "/servers", produces = MediaType.TEXT_HTML_VALUE)
	String servers(OvhClient ovh, Model model) {
		List<ServerRow> rows = new Servers(ovh).rows();
		model.addAttribute("rows", rows);
		model.addAttribute("datacenters",
				rows.stream().map((row) -> row.server().datacenter()).distinct().sorted().toList());
		return "servers/servers";
	}

	@PostMapping("/servers/burst")
	@AskFirst("Enable network burst for every server of a data centre")
	String burst(OvhClient ovh, @RequestParam String datacenter, HttpSession session) {
		session.setAttribute(RUN, BurstRun.start(new Servers(ovh), datacenter, this.executor));
		return "redirect:/servers/burst";
	}

	/**
	 * Show how far the last activation of this session is. The page asks again and again,
	 * and gets nothing while nothing has changed, so that a screen reader speaks of
	 * changes only.
	 */
	@GetMapping(path = "/servers/burst", produces = MediaType.TEXT_HTML_VALUE)
	@Nullable ModelAndView progress(HttpSession session, @RequestParam(defaultValue = "-1") int seen,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean poll) {
		BurstRun run = (BurstRun) session.getAttribute(RUN);
		if (run == null) {
			return new ModelAndView("redirect:/servers");
		}
		int finished = run.finished();
		if (poll && finished == seen) {
			return new ModelAndView((model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value()));
		}
		return new ModelAndView(poll ? "servers/burst :: progress" : "servers/burst").addObject("run", run)
			.addObject("finished", finished);
	}

}
