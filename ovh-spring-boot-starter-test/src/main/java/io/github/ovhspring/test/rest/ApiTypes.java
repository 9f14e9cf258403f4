package io.github.ovhspring.test.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Types of input, and how the API writes them.
 */
public final class ApiTypes {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private ApiTypes() {
	}

	/**
	 * One of some values.
	 * @param values the values
	 * @return what reads them
	 */
	public static Function<String, Optional<String>> oneOf(String... values) {
		return (text) -> Optional.of(text).filter(Set.of(values)::contains);
	}

	/**
	 * Text that a pattern matches.
	 * @param pattern the pattern, as a regular expression
	 * @return what reads it
	 */
	public static Function<String, Optional<String>> matching(String pattern) {
		return (text) -> Optional.of(text).filter((value) -> value.matches(pattern));
	}

	/**
	 * A whole number.
	 * @param text the text
	 * @return the number, or nothing if it is none
	 */
	public static Optional<Long> integer(String text) {
		return matching("-?[0-9]{1,18}").apply(text).map(Long::valueOf);
	}

	/**
	 * Write a time as the API does, in whole seconds of the time in Paris.
	 * @param time the time
	 * @return the text, in ISO 8601
	 */
	public static String text(Instant time) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(PARIS));
	}

	/**
	 * A date and time with offset, or a date, which is its midnight in UTC.
	 * @param text the text, in ISO 8601
	 * @return the instant, or nothing if it is none
	 */
	public static Optional<Instant> instant(String text) {
		try {
			return Optional.of(text.contains("T") ? OffsetDateTime.parse(text).toInstant()
					: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
