package io.github.ovhspring.sample.account;

import org.jspecify.annotations.Nullable;

/**
 * The customer: a part of the API's {@code nichandle.Nichandle}.
 *
 * @param nichandle the customer's id
 * @param firstname the first name
 * @param name the family name
 */
record Me(String nichandle, @Nullable String firstname, @Nullable String name) {

	String greeting() {
		return "Welcome " + ((this.firstname != null) ? this.firstname : this.nichandle);
	}

}
