package io.github.ovhspring.test.account;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes up keys.
 */
final class RandomKeys {

	private static final SecureRandom RANDOM = new SecureRandom();

	private RandomKeys() {
	}

	static String hex(int bytes) {
		byte[] random = new byte[bytes];
		RANDOM.nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}
