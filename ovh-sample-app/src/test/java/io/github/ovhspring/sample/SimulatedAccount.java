package io.github.ovhspring.sample;

import io.github.ovhspring.consumerkey.AccessRule;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedConsumerKey;

import org.springframework.http.HttpMethod;

/**
 * The simulator's account, with one more application that may act for it.
 */
final class SimulatedAccount {

	private SimulatedAccount() {
	}

	static SimulatedConsumerKey open(OvhSimulator ovh) {
		ovh.account();
		SimulatedConsumerKey inventory = ovh.keys()
			.addConsumerKey(ovh.keys().addApplication("Inventory"), new AccessRule(HttpMethod.GET, "/dedicated/*"));
		inventory.validate();
		return inventory;
	}

}
