package io.github.ovhspring.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link LoadClient}s that are measured in turn, for a short while each: what disturbs
 * the machine disturbs all of them.
 *
 * @param <K> what is different about them
 */
final class Turns<K> implements AutoCloseable {

	private final Plan plan;

	private final Map<K, Running> clients = new LinkedHashMap<>();

	Turns(Plan plan) {
		this.plan = plan;
	}

	/**
	 * Add a client, and let it call for as long as it takes to be compiled.
	 */
	void add(K key, Jvm.Program program) throws IOException {
		Running client = new Running(program);
		this.clients.put(key, client);
		client.answer();
		client.ask(1, this.plan.warmUp());
	}

	/**
	 * Let each call, by so many threads, in each of the rounds.
	 */
	Results<K> measure(int threads) throws IOException {
		Results<K> results = new Results<>();
		for (int round = 0; round < this.plan.rounds(); round++) {
			for (Map.Entry<K, Running> client : this.clients.entrySet()) {
				results.add(client.getKey(), client.getValue().ask(threads, this.plan.measured()));
			}
		}
		return results;
	}

	@Override
	public void close() {
		this.clients.values().forEach(Running::close);
	}

}
