package io.github.ovhspring.test.account;

import java.util.Arrays;
import java.util.Optional;

/**
 * Customer of the simulated API, for whom a consumer key can be validated. What each of
 * them has is in the {@linkplain io.github.ovhspring.test.OvhSimulator#account()
 * account}.
 */
public enum SimulatedCustomer {

	/** Ada Lovelace, whom keys belong to unless another customer validates them. */
	ADA("al4711-ovh"),

	/** Grace Hopper, for tests with more than one customer. */
	GRACE("gh1906-ovh");

	private final String nichandle;

	SimulatedCustomer(String nichandle) {
		this.nichandle = nichandle;
	}

	/**
	 * Return the id of the customer.
	 * @return the nichandle
	 */
	public String nichandle() {
		return this.nichandle;
	}

	/**
	 * Return the customer with an id.
	 * @param nichandle the nichandle
	 * @return the customer, or nothing
	 */
	public static Optional<SimulatedCustomer> of(String nichandle) {
		return Arrays.stream(values()).filter((customer) -> customer.nichandle.equals(nichandle)).findFirst();
	}

}
