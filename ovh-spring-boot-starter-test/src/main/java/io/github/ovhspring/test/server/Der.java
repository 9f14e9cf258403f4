package io.github.ovhspring.test.server;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Values in DER, the binary form of certificates (ITU-T X.690).
 */
final class Der {

	private Der() {
	}

	static byte[] sequence(byte[]... values) {
		return value(0x30, values);
	}

	static byte[] set(byte[]... values) {
		return value(0x31, values);
	}

	static byte[] integer(BigInteger number) {
		return value(0x02, number.toByteArray());
	}

	static byte[] yes() {
		return value(0x01, new byte[] { (byte) 0xff });
	}

	static byte[] bits(int unused, byte[] bytes) {
		return value(0x03, new byte[] { (byte) unused }, bytes);
	}

	static byte[] octets(byte[] bytes) {
		return value(0x04, bytes);
	}

	static byte[] utf8(String text) {
		return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] time(String text) {
		return value(0x17, text.getBytes(StandardCharsets.US_ASCII));
	}

	static byte[] objectId(String dotted) {
		int[] arcs = Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(arcs[0] * 40 + arcs[1]);
		Arrays.stream(arcs).skip(2).forEach((arc) -> bytes.writeBytes(base128(arc)));
		return value(0x06, bytes.toByteArray());
	}

	private static byte[] base128(int number) {
		byte[] bytes = new byte[Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(number) + 6) / 7)];
		for (int i = bytes.length - 1, rest = number; i >= 0; i--, rest >>= 7) {
			bytes[i] = (byte) ((rest & 0x7f) | ((i < bytes.length - 1) ? 0x80 : 0));
		}
		return bytes;
	}

	/**
	 * Return values under a tag of their own context.
	 */
	static byte[] tagged(int tag, byte[]... values) {
		return value(0xa0 | tag, values);
	}

	/**
	 * Return bytes under a tag of their own context, in place of the one of their type.
	 */
	static byte[] primitive(int tag, byte[] bytes) {
		return value(0x80 | tag, bytes);
	}

	private static byte[] value(int tag, byte[]... contents) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		Arrays.stream(contents).forEach(content::writeBytes);
		ByteArrayOutputStream value = new ByteArrayOutputStream();
		value.write(tag);
		if (content.size() < 0x80) {
			value.write(content.size());
		}
		else {
			byte[] length = BigInteger.valueOf(content.size()).toByteArray();
			int sign = (length[0] == 0) ? 1 : 0;
			value.write(0x80 | (length.length - sign));
			value.write(length, sign, length.length - sign);
		}
		value.writeBytes(content.toByteArray());
		return value.toByteArray();
	}

}
