package io.github.ovhspring.test.account;

import java.util.List;
import java.util.stream.Stream;

import io.github.ovhspring.consumerkey.AccessRule;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * What an application asks of a customer.
 *
 * @param rules the calls it wants to make
 * @param allowedIps the addresses it calls from, all if empty
 * @param redirection where the customer goes after the decision
 */
public record KeyRequest(List<AccessRule> rules, List<AddressBlock> allowedIps, @Nullable String redirection) {

	/**
	 * Return a request for everything.
	 */
	static KeyRequest all() {
		return new KeyRequest(
				Stream.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
					.map((method) -> new AccessRule(method, "/*"))
					.toList(),
				List.of(), null);
	}

}
