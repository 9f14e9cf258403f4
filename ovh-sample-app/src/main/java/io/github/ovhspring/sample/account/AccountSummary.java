package io.github.ovhspring.sample.account;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import org.jspecify.annotations.Nullable;

import org.springframework.web.client.ResourceAccessException;

/**
 * What is shown of an account beside others.
 *
 * @param account the account
 * @param me the customer
 * @param servers how many dedicated servers there are
 * @param bills how many bills
 * @param error why that is not known
 */
record AccountSummary(Account account, @Nullable Me me, int servers, int bills, @Nullable String error) {

	// One account that cannot be asked does not hide the others.
	static AccountSummary of(Account account) {
		OvhClient ovh = account.ovh();
		try {
			return new AccountSummary(account, ovh.get("/me").as(Me.class),
					ovh.get("/dedicated/server").asList(String.class).size(),
					ovh.get("/me/bill").asList(String.class).size(), null);
		}
		catch (OvhApiException ex) {
			return failed(account, ex.getMessage());
		}
		catch (ResourceAccessException ex) {
			return failed(account, "The OVHcloud API does not answer. Try again in a moment.");
		}
		catch (MissingConsumerKeyException ex) {
			return failed(account, "There is no consumer key in the configuration. Connect an account below.");
		}
	}

	private static AccountSummary failed(Account account, @Nullable String error) {
		return new AccountSummary(account, null, 0, 0, error);
	}

}
