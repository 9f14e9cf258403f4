package io.github.ovhspring.sample.web;

import io.github.ovhspring.sample.account.Account;

/**
 * What is around each page.
 *
 * @param path where it is
 * @param simulated whether it talks to the simulated API
 * @param account the account in use
 */
record Frame(String path, boolean simulated, Account account) {

	public boolean isAt(String section) {
		return section.equals("/") ? this.path.equals(section) : this.path.startsWith(section);
	}

}
