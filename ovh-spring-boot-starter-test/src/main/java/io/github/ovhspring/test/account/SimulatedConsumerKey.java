package io.github.ovhspring.test.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ovhspring.consumerkey.AccessRule;
import org.jspecify.annotations.Nullable;

import org.springframework.util.PatternMatchUtils;

/**
 * Consumer key that the simulated API knows: what a customer lets an application do.
 * Thread-safe.
 */
public final class SimulatedConsumerKey {

	private final long id;

	private final SimulatedApplication application;

	private final String consumerKey;

	private final String token = RandomKeys.hex(16);

	private final List<AccessRule> rules;

	private final @Nullable String redirection;

	private final SimulatedClock clock;

	private final Instant creation;

	private volatile List<AddressBlock> allowedIps;

	private volatile SimulatedCustomer customer = SimulatedCustomer.ADA;

	private volatile ConsumerKeyState decision = ConsumerKeyState.PENDING_VALIDATION;

	private volatile @Nullable Instant expiration;

	private volatile @Nullable Instant lastUse;

	SimulatedConsumerKey(long id, SimulatedApplication application, String consumerKey, KeyRequest request,
			SimulatedClock clock) {
		this.id = id;
		this.application = application;
		this.consumerKey = consumerKey;
		this.rules = List.copyOf(request.rules());
		this.allowedIps = List.copyOf(request.allowedIps());
		this.redirection = request.redirection();
		this.clock = clock;
		this.creation = clock.instant();
	}

	/**
	 * Return the id, {@code credentialId} in the API.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Return the application that the key belongs to.
	 * @return the application
	 */
	public SimulatedApplication application() {
		return this.application;
	}

	/**
	 * Return the key itself.
	 * @return the consumer key
	 */
	public String consumerKey() {
		return this.consumerKey;
	}

	/**
	 * Return by what the page to validate the key knows it.
	 * @return the parameter {@code credentialToken} of that page
	 */
	public String credentialToken() {
		return this.token;
	}

	/**
	 * Return the calls that the key allows.
	 * @return the rules
	 */
	public List<AccessRule> rules() {
		return this.rules;
	}

	/**
	 * Return the blocks of addresses that the key may be used from.
	 * @return the blocks, all addresses if there is none
	 */
	public List<AddressBlock> allowedIps() {
		return this.allowedIps;
	}

	/**
	 * Set the blocks of addresses that the key may be used from.
	 * @param blocks the blocks, none for all addresses
	 */
	public void setAllowedIps(List<AddressBlock> blocks) {
		this.allowedIps = List.copyOf(blocks);
	}

	/**
	 * Return where the customer goes after the decision.
	 * @return the URL, or {@code null} for nowhere
	 */
	public @Nullable String redirection() {
		return this.redirection;
	}

	/**
	 * Return when the key was made.
	 * @return the time, by the simulator's clock
	 */
	public Instant creation() {
		return this.creation;
	}

	/**
	 * Return when the key ends.
	 * @return the time, by the simulator's clock, or {@code null} for never
	 */
	public @Nullable Instant expiration() {
		return this.expiration;
	}

	/**
	 * Return when the key was used last.
	 * @return the time, by the simulator's clock, or {@code null} for never
	 */
	public @Nullable Instant lastUse() {
		return this.lastUse;
	}

	/**
	 * Return the state, which the simulator's clock may change.
	 * @return the state
	 */
	public ConsumerKeyState state() {
		Instant end = this.expiration;
		boolean ended = end != null && !this.clock.instant().isBefore(end);
		return (ended && this.decision == ConsumerKeyState.VALIDATED) ? ConsumerKeyState.EXPIRED : this.decision;
	}

	/**
	 * Return whose account the key is for.
	 * @return the customer, {@link SimulatedCustomer#ADA ADA} unless another one has
	 * validated it
	 */
	public SimulatedCustomer customer() {
		return this.customer;
	}

	/**
	 * Validate the key, as one of several customers would: it is for that customer's
	 * account then.
	 * @param customer the customer
	 */
	public void validate(SimulatedCustomer customer) {
		this.customer = customer;
		validate();
	}

	/**
	 * Validate the key, as the customer would: from now on it may be used, also if it was
	 * refused or has expired before.
	 */
	public void validate() {
		this.expiration = null;
		this.decision = ConsumerKeyState.VALIDATED;
	}

	/**
	 * Validate the key for some time.
	 * @param validity how long it may be used, by the simulator's clock
	 */
	public void validate(Duration validity) {
		this.expiration = this.clock.instant().plus(validity);
		this.decision = ConsumerKeyState.VALIDATED;
	}

	/**
	 * Refuse the key, as the customer would.
	 */
	public void refuse() {
		this.decision = ConsumerKeyState.REFUSED;
	}

	/**
	 * Let the key expire now.
	 */
	public void expire() {
		this.expiration = this.clock.instant();
		this.decision = ConsumerKeyState.EXPIRED;
	}

	/**
	 * Note that the key was used.
	 */
	public void use() {
		this.lastUse = this.clock.instant();
	}

	/**
	 * Return whether a rule allows a call.
	 * @param method the method of the call
	 * @param path the path of the call as it came, without {@code /1.0} or {@code /v1}
	 * @return whether it is allowed
	 */
	public boolean allows(String method, String path) {
		return this.rules.stream()
			.anyMatch(
					(rule) -> rule.method().name().equals(method) && PatternMatchUtils.simpleMatch(rule.path(), path));
	}

	/**
	 * Return whether the key may be used from an address.
	 * @param address the address
	 * @return whether it may
	 */
	public boolean allowsFrom(String address) {
		List<AddressBlock> blocks = this.allowedIps;
		return blocks.isEmpty() || blocks.stream().anyMatch((block) -> block.contains(address));
	}

	void restore() {
		validate(SimulatedCustomer.ADA);
		this.lastUse = null;
		this.allowedIps = List.of();
	}

	@Override
	public String toString() {
		return "consumer key " + this.id + " of " + this.application + ", " + state().value();
	}

}
