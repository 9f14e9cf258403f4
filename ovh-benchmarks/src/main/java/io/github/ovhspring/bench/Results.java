package io.github.ovhspring.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Samples of what is compared.
 *
 * @param <K> what that is
 */
final class Results<K> {

	private final Map<K, Samples> samples = new HashMap<>();

	void add(K key, Map<String, Double> run) {
		this.samples.computeIfAbsent(key, (absent) -> new Samples()).add(run);
	}

	Samples of(K key) {
		return Objects.requireNonNull(this.samples.get(key));
	}

}
