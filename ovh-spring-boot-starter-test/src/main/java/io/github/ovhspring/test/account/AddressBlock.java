package io.github.ovhspring.test.account;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Block of addresses, from which a consumer key may be used.
 *
 * @param text the block as it was given: {@code 192.0.2.0/24}, or one address
 * @param address the first address
 * @param prefix how many bits of it count
 */
public record AddressBlock(String text, InetAddress address, int prefix) {

	// Literal addresses alone: anything else would be looked up as a name.
	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	/**
	 * Return the block that text stands for.
	 * @param text such as {@code 192.0.2.0/24}, or one address
	 * @return the block
	 * @throws IllegalArgumentException if it is none
	 */
	public static AddressBlock of(String text) {
		String[] parts = text.split("/", 2);
		InetAddress address = parse(parts[0])
			.orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a block of addresses"));
		int bits = address.getAddress().length * Byte.SIZE;
		int prefix = (parts.length == 1) ? bits : parsePrefix(parts[1]);
		Assert.isTrue(prefix >= 0 && prefix <= bits, () -> "'" + text + "' is not a block of addresses");
		return new AddressBlock(text, address, prefix);
	}

	private static int parsePrefix(String text) {
		return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
	}

	private static Optional<InetAddress> parse(String text) {
		try {
			return ADDRESS.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return whether an address is in the block.
	 * @param candidate the address
	 * @return whether it is in the block, {@code false} if it is none
	 */
	boolean contains(String candidate) {
		byte[] own = this.address.getAddress();
		return parse(candidate).map(InetAddress::getAddress)
			.filter((other) -> other.length == own.length && leading(other).equals(leading(own)))
			.isPresent();
	}

	private BigInteger leading(byte[] bytes) {
		return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - this.prefix);
	}

}
