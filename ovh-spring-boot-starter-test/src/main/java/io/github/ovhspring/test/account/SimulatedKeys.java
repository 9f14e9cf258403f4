package io.github.ovhspring.test.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.ovhspring.consumerkey.AccessRule;

/**
 * Applications, consumer keys and service accounts that the simulated API knows. Each
 * client of the tested application has one of each, which a reset restores; all others
 * are forgotten by it. Thread-safe.
 */
public final class SimulatedKeys {

	private final SimulatedClock clock;

	private final AtomicLong lastId = new AtomicLong(81_004_710);

	private final Map<String, SimulatedClient> clients = new ConcurrentHashMap<>();

	private final Map<Long, SimulatedApplication> applications = new ConcurrentSkipListMap<>();

	private final Map<Long, SimulatedConsumerKey> consumerKeys = new ConcurrentSkipListMap<>();

	private final Map<String, SimulatedServiceAccount> serviceAccounts = new ConcurrentHashMap<>();

	/**
	 * Create keys without any.
	 * @param clock the clock by which keys and tokens end
	 */
	public SimulatedKeys(SimulatedClock clock) {
		this.clock = clock;
	}

	/**
	 * Return what a client of the tested application shows. It is made up when it is
	 * asked for first.
	 * @param name the name of the client
	 * @return its keys
	 */
	public SimulatedClient client(String name) {
		return this.clients.computeIfAbsent(name, (key) -> client(name, GivenKeys.random()));
	}

	/**
	 * Make a client known that shows given keys.
	 */
	public void addClient(String name, GivenKeys keys) {
		this.clients.put(name, client(name, keys));
	}

	private SimulatedClient client(String name, GivenKeys keys) {
		SimulatedApplication application = add(new SimulatedApplication(this.lastId.incrementAndGet(),
				name.isEmpty() ? "Tested application" : name, keys.applicationKey(), keys.applicationSecret()));
		SimulatedConsumerKey consumerKey = add(application, keys.consumerKey(), KeyRequest.all());
		consumerKey.validate();
		return new SimulatedClient(application, consumerKey,
				add(new SimulatedServiceAccount(keys.clientId(), keys.clientSecret(), this.clock)));
	}

	/**
	 * Make one more application known, until the next reset.
	 * @param name the name of the application
	 * @return the application, with keys that are made up
	 */
	public SimulatedApplication addApplication(String name) {
		return add(
				new SimulatedApplication(this.lastId.incrementAndGet(), name, RandomKeys.hex(8), RandomKeys.hex(16)));
	}

	private SimulatedApplication add(SimulatedApplication application) {
		this.applications.put(application.id(), application);
		return application;
	}

	/**
	 * Make one more consumer key known, until the next reset.
	 * @param application the application that it belongs to
	 * @param rules the calls that it allows
	 * @return the key, to be {@linkplain SimulatedConsumerKey#validate() validated}
	 */
	public SimulatedConsumerKey addConsumerKey(SimulatedApplication application, AccessRule... rules) {
		return request(application, new KeyRequest(List.of(rules), List.of(), null));
	}

	/**
	 * Make a consumer key that the customer has yet to validate.
	 */
	public SimulatedConsumerKey request(SimulatedApplication application, KeyRequest request) {
		return add(application, RandomKeys.hex(16), request);
	}

	private SimulatedConsumerKey add(SimulatedApplication application, String consumerKey, KeyRequest request) {
		SimulatedConsumerKey key = new SimulatedConsumerKey(this.lastId.incrementAndGet(), application, consumerKey,
				request, this.clock);
		return add(key);
	}

	private SimulatedConsumerKey add(SimulatedConsumerKey key) {
		this.consumerKeys.put(key.id(), key);
		return key;
	}

	/**
	 * Make one more service account known, until the next reset.
	 * @return the service account, with a secret that is made up
	 */
	public SimulatedServiceAccount addServiceAccount() {
		return add(new SimulatedServiceAccount(RandomKeys.hex(8), RandomKeys.hex(16), this.clock));
	}

	private SimulatedServiceAccount add(SimulatedServiceAccount account) {
		this.serviceAccounts.put(account.clientId(), account);
		return account;
	}

	/**
	 * Return the applications, in the order of their ids.
	 * @return the applications
	 */
	public List<SimulatedApplication> applications() {
		return List.copyOf(this.applications.values());
	}

	/**
	 * Return the application with a key.
	 */
	public Optional<SimulatedApplication> application(String applicationKey) {
		return this.applications.values()
			.stream()
			.filter((application) -> application.applicationKey().equals(applicationKey))
			.findFirst();
	}

	/**
	 * Return the consumer keys, in the order in which they were made.
	 * @return the consumer keys
	 */
	public List<SimulatedConsumerKey> consumerKeys() {
		return List.copyOf(this.consumerKeys.values());
	}

	/**
	 * Return the consumer key with an id.
	 */
	public Optional<SimulatedConsumerKey> findConsumerKey(long id) {
		return Optional.ofNullable(this.consumerKeys.get(id));
	}

	/**
	 * Return a consumer key, such as one that the tested application has asked for.
	 * @param consumerKey the key itself
	 * @return what is known of it
	 * @throws IllegalArgumentException if it is not known
	 */
	public SimulatedConsumerKey consumerKey(String consumerKey) {
		return findConsumerKey(consumerKey)
			.orElseThrow(() -> new IllegalArgumentException("The simulated API has issued no such consumer key"));
	}

	/**
	 * Return what is known of a consumer key, if anything is.
	 */
	public Optional<SimulatedConsumerKey> findConsumerKey(String consumerKey) {
		return this.consumerKeys.values().stream().filter((key) -> key.consumerKey().equals(consumerKey)).findFirst();
	}

	/**
	 * Return the service account with an id.
	 */
	public Optional<SimulatedServiceAccount> serviceAccount(String clientId) {
		return Optional.ofNullable(this.serviceAccounts.get(clientId));
	}

	/**
	 * Return the service account that a token stands for, if it may be used.
	 */
	public Optional<SimulatedServiceAccount> tokenOwner(String token) {
		return this.serviceAccounts.values().stream().filter((account) -> account.accepts(token)).findFirst();
	}

	/**
	 * Forget an application with its consumer keys.
	 */
	public void remove(SimulatedApplication application) {
		this.applications.remove(application.id());
		this.consumerKeys.values().removeIf((key) -> key.application().equals(application));
	}

	/**
	 * Forget a consumer key.
	 */
	public void remove(SimulatedConsumerKey key) {
		this.consumerKeys.remove(key.id());
	}

	/**
	 * Restore what clients show, and forget all else.
	 */
	public void reset() {
		this.applications.clear();
		this.consumerKeys.clear();
		this.serviceAccounts.clear();
		this.clients.values().forEach((client) -> {
			add(client.application());
			client.consumerKey().restore();
			add(client.consumerKey());
			client.serviceAccount().restore();
			add(client.serviceAccount());
		});
	}

}
