package io.github.ovhspring.consumerkey;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Block of addresses in CIDR form.
 */
final class IpBlock {

	// Literal addresses alone: anything else would be looked up as a name.
	private static final Pattern BLOCK = Pattern
		.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

	private IpBlock() {
	}

	/**
	 * Check that text is a block.
	 * @throws IllegalArgumentException if it is none
	 */
	static void check(String block) {
		Matcher matcher = BLOCK.matcher(block);
		if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > bits(matcher.group(1))) {
			throw new IllegalArgumentException(
					"'" + block + "' is not a block of addresses: write it in CIDR form, such as 192.0.2.0/24");
		}
	}

	private static int bits(String address) {
		try {
			return InetAddress.getByName(address).getAddress().length * Byte.SIZE;
		}
		catch (UnknownHostException ex) {
			return -1;
		}
	}

}
