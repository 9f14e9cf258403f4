package io.github.ovhspring.sample.account;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of one session. They stay in the memory of this service and end with the
 * session: all that the browser has is the session's cookie.
 */
final class SessionAccounts {

	private static final String ATTRIBUTE = SessionAccounts.class.getName();

	private final List<Account> connected = new CopyOnWriteArrayList<>();

	private volatile String chosen = "";

	private volatile @Nullable PendingAccount pending;

	private SessionAccounts() {
	}

	static SessionAccounts of(HttpSession session) {
		SessionAccounts accounts = (SessionAccounts) session.getAttribute(ATTRIBUTE);
		if (accounts == null) {
			accounts = new SessionAccounts();
			session.setAttribute(ATTRIBUTE, accounts);
		}
		return accounts;
	}

	List<Account> connected() {
		return this.connected;
	}

	String chosen() {
		return this.chosen;
	}

	void choose(String id) {
		this.chosen = id;
	}

	Optional<PendingAccount> pending() {
		return Optional.ofNullable(this.pending);
	}

	void expect(@Nullable PendingAccount account) {
		this.pending = account;
	}

	void add(Account account) {
		this.pending = null;
		this.connected.add(account);
		this.chosen = account.id();
	}

	Optional<Account> remove(String id) {
		Optional<Account> account = this.connected.stream()
			.filter((candidate) -> candidate.id().equals(id))
			.findFirst();
		account.ifPresent(this.connected::remove);
		return account;
	}

}
