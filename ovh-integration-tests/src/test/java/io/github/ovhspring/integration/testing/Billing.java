package io.github.ovhspring.integration.testing;

import java.util.List;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhClient;

import org.springframework.stereotype.Service;

@Service
class Billing {

	private final OvhClient ovh;

	Billing(OvhClient ovh) {
		this.ovh = ovh;
	}

	String customer() {
		return this.ovh.get("/me").as(Customer.class).nichandle();
	}

	List<Bill> bills() {
		List<String> ids = this.ovh.get("/me/bill").asList(String.class);
		return this.ovh.getAll("/me/bill/{id}", ids, Bill.class);
	}

	List<String> policies() {
		try (Stream<Policy> policies = this.ovh.get("/v2/iam/policy").stream(Policy.class)) {
			return policies.map(Policy::name).toList();
		}
	}

	record Customer(String nichandle) {
	}

}
