package io.github.ovhspring.customers;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Service that its customers connect to their OVHcloud accounts.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ CustomersApp.ConnectController.class, CustomersApp.AccountController.class, CustomersApp.Keys.class })
class CustomersApp {

	@RestController
	static class ConnectController {

		private final OvhClient ovh;

		private final Keys keys;

		ConnectController(OvhClient ovh, Keys keys) {
			this.ovh = ovh;
			this.keys = keys;
		}

		@GetMapping("/customers/{customer}/connect")
		ResponseEntity<Void> connect(@PathVariable String customer, HttpServletRequest request, HttpSession session) {
			String state = UUID.randomUUID().toString();
			String callback = request.getRequestURL().toString().replace("/connect", "/callback?state=" + state);
			PendingConsumerKey pending = this.ovh
				.requestConsumerKey(ConsumerKeyRequest.builder().readOnly("/me").redirection(callback).build());
			session.setAttribute(state, pending.consumerKey());
			return ResponseEntity.status(HttpStatus.FOUND)
				.location(URI.create(pending.validationUrl().toString()))
				.build();
		}

		@GetMapping("/customers/{customer}/callback")
		void callback(@PathVariable String customer, @RequestParam String state, HttpSession session) {
			Object key = session.getAttribute(state);
			if (key == null) {
				throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Not asked for by this browser");
			}
			session.removeAttribute(state);
			this.keys.put(customer, key.toString());
		}

	}

	@RestController
	static class AccountController {

		private final OvhClient ovh;

		private final Keys keys;

		AccountController(OvhClient ovh, Keys keys) {
			this.ovh = ovh;
			this.keys = keys;
		}

		@GetMapping("/customers/{customer}/me")
		String me(@PathVariable String customer) {
			return this.ovh.withConsumerKey(this.keys.of(customer)).get("/me").as(Me.class).nichandle();
		}

		@ExceptionHandler
		ProblemDetail failed(OvhApiException ex) {
			return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(ex.getStatusCode().value()),
					ex.getMessage());
		}

	}

	record Me(String nichandle) {

	}

	/**
	 * What a service keeps in its database, encrypted.
	 */
	@Component
	static class Keys {

		private final Map<String, String> keys = new ConcurrentHashMap<>();

		void put(String customer, String consumerKey) {
			this.keys.put(customer, consumerKey);
		}

		String of(String customer) {
			return this.keys.getOrDefault(customer, "none");
		}

	}

}
