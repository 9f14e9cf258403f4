package io.github.ovhspring.sample.readme;

import java.util.List;
import java.util.stream.Stream;

import io.github.ovhspring.client.OvhClient;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Several accounts as the documentation shows them.
 */
class Inventory {

	private final OvhClient europe;

	private final OvhClient canada;

	Inventory(OvhClient europe, @Qualifier("canada") OvhClient canada) {
		this.europe = europe;
		this.canada = canada;
	}

	List<String> servers() {
		return Stream.of(this.europe, this.canada)
			.flatMap((ovh) -> ovh.get("/dedicated/server").asList(String.class).stream())
			.toList();
	}

}
