package io.github.ovhspring.autoconfigure.service;

import java.util.Optional;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhClients;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Knows which HTTP service groups are ours, and by which client each calls.
 */
record OvhGroups(ObjectProvider<OvhClient> unnamed, ObjectProvider<OvhClients> named) {

	private static final String UNNAMED = "ovh";

	private static final String PREFIX = UNNAMED + "-";

	boolean contain(HttpServiceGroup group) {
		return group.name().equals(UNNAMED) || named(group).isPresent();
	}

	private Optional<OvhClient> named(HttpServiceGroup group) {
		return this.named.stream()
			.flatMap((clients) -> clients.names()
				.stream()
				.filter((name) -> group.name().equals(PREFIX + name))
				.map(clients::get))
			.findFirst();
	}

	/**
	 * Return the client of a group, or nothing if none is configured.
	 */
	Optional<OvhClient> client(HttpServiceGroup group) {
		return group.name().equals(UNNAMED) ? Optional.ofNullable(this.unnamed.getIfAvailable()) : named(group);
	}

}
