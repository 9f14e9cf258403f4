package io.github.ovhspring.sample.account;

import java.util.ArrayList;
import java.util.List;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Accounts that a request may act for: those of the configuration, and those that were
 * connected in its session.
 */
@Component
public class Accounts {

	private final List<Account> configured = new ArrayList<>();

	Accounts(ObjectProvider<OvhClient> ovh, OvhClients clients) {
		ovh.ifAvailable((client) -> this.configured.add(new Account("default", client, false)));
		clients.names().forEach((name) -> this.configured.add(new Account(name, clients.get(name), false)));
	}

	/**
	 * Return the account that a request acts for, the first of the configuration unless
	 * another was chosen.
	 * @param request the request
	 * @return the account
	 */
	public Account inUse(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		String chosen = (session != null) ? SessionAccounts.of(session).chosen() : "";
		List<Account> all = all(request);
		return all.stream().filter((account) -> account.id().equals(chosen)).findFirst().orElse(all.get(0));
	}

	List<Account> all(HttpServletRequest request) {
		List<Account> all = new ArrayList<>(this.configured);
		HttpSession session = request.getSession(false);
		if (session != null) {
			all.addAll(SessionAccounts.of(session).connected());
		}
		return all;
	}

	/**
	 * Return the client that asks for the keys of further accounts.
	 */
	OvhClient application() {
		return this.configured.get(0).ovh();
	}

}
