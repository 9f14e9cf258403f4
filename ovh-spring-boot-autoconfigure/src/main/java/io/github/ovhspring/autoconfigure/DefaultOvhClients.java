package io.github.ovhspring.autoconfigure;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;
import org.jspecify.annotations.Nullable;

/**
 * {@link OvhClients} of the application context.
 */
final class DefaultOvhClients implements OvhClients {

	private final Supplier<@Nullable OvhClient> unnamed;

	private final Map<String, OvhClient> named;

	DefaultOvhClients(Supplier<@Nullable OvhClient> unnamed, Map<String, OvhClient> named) {
		this.unnamed = unnamed;
		this.named = named;
	}

	@Override
	public OvhClient get() {
		OvhClient client = this.unnamed.get();
		if (client == null) {
			throw new IllegalStateException(
					"There is no OvhClient without a name. " + known() + " Configure one by 'ovh.*'.");
		}
		return client;
	}

	@Override
	public OvhClient get(String name) {
		OvhClient client = this.named.get(name);
		if (client == null) {
			throw new IllegalArgumentException("There is no OvhClient '" + name + "'. " + known()
					+ " Configure it by 'ovh.clients." + name + ".*'.");
		}
		return client;
	}

	private String known() {
		return "Known names are: " + (this.named.isEmpty() ? "none" : String.join(", ", this.named.keySet())) + ".";
	}

	@Override
	public Set<String> names() {
		return Collections.unmodifiableSet(this.named.keySet());
	}

}
