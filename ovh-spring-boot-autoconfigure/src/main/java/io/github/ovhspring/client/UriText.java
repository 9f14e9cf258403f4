package io.github.ovhspring.client;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ObjectUtils;

/**
 * Text of a URI: values as the API writes them, characters percent-encoded as UTF-8 where
 * a URI may not hold them.
 */
final class UriText {

	private static final BitSet UNRESERVED = new BitSet();

	private static final BitSet LITERAL = new BitSet();

	static {
		UNRESERVED.set('a', 'z' + 1);
		UNRESERVED.set('A', 'Z' + 1);
		UNRESERVED.set('0', '9' + 1);
		"-._~".chars().forEach(UNRESERVED::set);
		LITERAL.or(UNRESERVED);
		"/?:@!$&'()*+,;=".chars().forEach(LITERAL::set);
	}

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private UriText() {
	}

	/**
	 * Return the encoded {@code name=value} of each value. Collections and arrays give
	 * one for each of their elements, {@code null} gives none.
	 */
	static List<String> query(String name, @Nullable Object... values) {
		Assert.hasText(name, "The name of a query parameter must not be empty");
		List<String> parameters = new ArrayList<>();
		for (Object value : values) {
			if (value instanceof Collection<?> collection) {
				parameters.addAll(query(name, collection.toArray()));
			}
			else if (ObjectUtils.isArray(value)) {
				parameters.addAll(query(name, ObjectUtils.toObjectArray(value)));
			}
			else if (value != null) {
				parameters.add(encode(name) + "=" + encode(format(value)));
			}
		}
		return parameters;
	}

	private static String encode(String value) {
		StringBuilder out = new StringBuilder();
		appendValue(out, value);
		return out.toString();
	}

	/**
	 * Return a value as text: {@code java.time} values in ISO 8601, always with seconds.
	 */
	static String format(Object value) {
		if (value instanceof OffsetDateTime || value instanceof ZonedDateTime) {
			return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((TemporalAccessor) value);
		}
		if (value instanceof LocalDateTime dateTime) {
			return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime);
		}
		return value.toString();
	}

	/**
	 * Append a value so that it stays one segment, or one query value: all but unreserved
	 * characters are encoded.
	 */
	static void appendValue(StringBuilder out, String value) {
		append(out, value, UNRESERVED);
	}

	/**
	 * Append text that is part of a path or query: what a URI may hold is kept, valid
	 * percent-encoding too.
	 */
	static void appendLiteral(StringBuilder out, String text) {
		append(out, text, LITERAL);
	}

	private static void append(StringBuilder out, String text, BitSet kept) {
		for (int i = 0; i < text.length();) {
			int c = text.codePointAt(i);
			int length = Character.charCount(c);
			if (kept.get(c) || (c == '%' && kept == LITERAL && isEncoded(text, i))) {
				out.append((char) c);
			}
			else {
				appendEncoded(out, text.substring(i, i + length));
			}
			i += length;
		}
	}

	private static boolean isEncoded(String text, int index) {
		return index + 2 < text.length() && HexFormat.isHexDigit(text.charAt(index + 1))
				&& HexFormat.isHexDigit(text.charAt(index + 2));
	}

	private static void appendEncoded(StringBuilder out, String character) {
		try {
			ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(character));
			while (bytes.hasRemaining()) {
				out.append('%').append(HEX.toHexDigits(bytes.get()));
			}
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("A path or query holds half of a surrogate pair, which is no text", ex);
		}
	}

}
