package io.github.ovhspring.test.api;

import java.util.Optional;

import io.github.ovhspring.test.account.SimulatedConsumerKey;
import io.github.ovhspring.test.account.SimulatedCustomer;
import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.rest.ApiCall;

/**
 * Who makes a call, and for whom.
 *
 * @param keys what is known of callers
 */
record Callers(SimulatedKeys keys) {

	// A call may show a token instead of a consumer key.
	Optional<SimulatedConsumerKey> key(ApiCall call) {
		return call.header("X-Ovh-Consumer").flatMap(this.keys::findConsumerKey);
	}

	SimulatedCustomer customer(ApiCall call) {
		return key(call).map(SimulatedConsumerKey::customer).orElse(SimulatedCustomer.ADA);
	}

}
