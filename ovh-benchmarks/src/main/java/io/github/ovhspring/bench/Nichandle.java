package io.github.ovhspring.bench;

import org.jspecify.annotations.Nullable;

/**
 * What is read of {@code GET /me}.
 *
 * @param nichandle the account's name
 * @param email where bills are sent
 * @param firstname first name of its owner
 * @param name last name of its owner
 * @param currency the currency of its bills
 */
record Nichandle(String nichandle, String email, String firstname, String name, @Nullable Currency currency) {

	/**
	 * A currency.
	 *
	 * @param code its code
	 * @param symbol its symbol
	 */
	record Currency(String code, String symbol) {
	}

}
