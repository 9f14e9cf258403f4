package io.github.ovhspring.test;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ovhspring.test.account.SimulatedCustomer;
import io.github.ovhspring.test.customer.SimulatedAccount;
import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import org.jspecify.annotations.Nullable;

/**
 * The bundled account, for those who asked for it.
 */
final class OptionalAccount {

	private final InstantSource clock;

	private final boolean isOpenAtFirst;

	private final AtomicReference<@Nullable SimulatedAccount> account = new AtomicReference<>();

	OptionalAccount(InstantSource clock, boolean isOpenAtFirst) {
		this.clock = clock;
		this.isOpenAtFirst = isOpenAtFirst;
		reset();
	}

	SimulatedAccount open() {
		SimulatedAccount opened = new SimulatedAccount(this.clock);
		SimulatedAccount before = this.account.compareAndExchange(null, opened);
		return (before != null) ? before : opened;
	}

	void reset() {
		this.account.set(this.isOpenAtFirst ? new SimulatedAccount(this.clock) : null);
	}

	Optional<ApiReply> answer(SimulatedCustomer customer, ApiCall call) {
		SimulatedAccount account = this.account.get();
		return (account != null) ? account.answer(customer, call) : Optional.empty();
	}

}
