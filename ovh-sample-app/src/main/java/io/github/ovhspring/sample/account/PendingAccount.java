package io.github.ovhspring.sample.account;

import java.net.URI;
import java.util.List;

import io.github.ovhspring.consumerkey.AccessRule;

/**
 * Account whose owner has yet to validate the key.
 *
 * @param account the account, which cannot be used before
 * @param validationUrl the page where its owner decides
 * @param rules the calls that the owner is asked for
 */
record PendingAccount(Account account, URI validationUrl, List<AccessRule> rules) {

	/**
	 * Return whose page that is.
	 * @return the host, with its port if it has one
	 */
	public String host() {
		return this.validationUrl.getAuthority();
	}

}
