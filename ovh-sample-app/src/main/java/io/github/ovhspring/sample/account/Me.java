package io.github.ovhspring.sample.account;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The customer: a part of the API's {@code nichandle.Nichandle}.
 *
 * @param nichandle the customer's id
 * @param firstname the first name
 * @param name the family name
 * @param email the address of the customer
 */
public record Me(String nichandle, @Nullable String firstname, @Nullable String name, @Nullable String email) {

	String greeting() {
		return "Welcome " + ((this.firstname != null) ? this.firstname : this.nichandle);
	}

	/**
	 * Return name and id.
	 * @return for example {@code Ada Lovelace (al4711-ovh)}
	 */
	public String label() {
		String fullName = Stream.of(this.firstname, this.name)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return fullName.isBlank() ? this.nichandle : fullName + " (" + this.nichandle + ")";
	}

}
