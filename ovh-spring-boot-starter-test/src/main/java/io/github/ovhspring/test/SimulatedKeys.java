package io.github.ovhspring.test;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Keys that the simulator knows.
 *
 * @param applicationKey the application's key
 * @param applicationSecret the application's secret
 * @param consumerKey the customer's key
 */
record SimulatedKeys(String applicationKey, String applicationSecret, String consumerKey) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static SimulatedKeys random() {
		return new SimulatedKeys(hex(8), hex(16), hex(16));
	}

	private static String hex(int length) {
		byte[] bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public String toString() {
		return "keys of application " + this.applicationKey.substring(0, 4) + "…";
	}

}
