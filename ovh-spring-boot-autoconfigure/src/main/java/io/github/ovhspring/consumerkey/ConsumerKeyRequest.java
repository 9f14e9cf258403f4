package io.github.ovhspring.consumerkey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * What an application asks a customer for.
 *
 * @param rules the calls that it wants to make
 * @param redirection the URL that the customer comes to after the decision
 * @param allowedIps the blocks of addresses that the key may be used from, all if none is
 * given
 */
public record ConsumerKeyRequest(List<AccessRule> rules, @Nullable String redirection, List<String> allowedIps) {

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.DELETE, HttpMethod.PATCH);

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Create a request.
	 * @param rules the calls to ask for
	 * @param redirection where the customer goes from the validation page
	 * @param allowedIps the blocks of addresses that the key may be used from
	 * @throws IllegalArgumentException if there is no rule, or if a rule or block of
	 * addresses is none
	 */
	public ConsumerKeyRequest {
		Assert.isTrue(!rules.isEmpty(), "A consumer key needs at least one rule: a key without any could do nothing");
		rules.forEach(ConsumerKeyRequest::check);
		Assert.isTrue(redirection == null || StringUtils.hasText(redirection),
				"The redirection must be a URL: leave it out for none");
		allowedIps.forEach(IpBlock::check);
		rules = List.copyOf(rules);
		allowedIps = List.copyOf(allowedIps);
	}

	private static void check(AccessRule rule) {
		Assert.isTrue(METHODS.contains(rule.method()),
				() -> "The API has no method '" + rule.method() + "': a rule is for GET, POST, PUT, DELETE or PATCH");
		Assert.isTrue(rule.path().startsWith("/"),
				() -> "The path '" + rule.path() + "' of a rule must start with '/'");
	}

	/**
	 * Return a builder for a request without any rule.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the body of {@code POST /auth/credential}.
	 * @return the request as JSON
	 */
	public String toJson() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("accessRules",
				this.rules.stream()
					.map((rule) -> Map.of("method", rule.method().name(), "path", rule.path()))
					.toList());
		if (this.redirection != null) {
			json.put("redirection", this.redirection);
		}
		if (!this.allowedIps.isEmpty()) {
			json.put("allowedIPs", this.allowedIps);
		}
		return JSON.writeValueAsString(json);
	}

	/**
	 * Builder of a {@link ConsumerKeyRequest}.
	 */
	public static final class Builder {

		private final Set<AccessRule> rules = new LinkedHashSet<>();

		private @Nullable String redirection;

		private final List<String> allowedIps = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Ask for {@code GET} on a path.
		 * @param path the path, where {@code *} stands for anything
		 * @return this builder
		 * @throws IllegalArgumentException if the path does not start with {@code /}
		 */
		public Builder readOnly(String path) {
			return rules(AccessRights.READ_ONLY, path);
		}

		/**
		 * Ask for several methods on a path.
		 * @param rights the methods
		 * @param path the path, where {@code *} stands for anything
		 * @return this builder
		 * @throws IllegalArgumentException if the path does not start with {@code /}
		 */
		public Builder rules(AccessRights rights, String path) {
			rights.methods().forEach((method) -> rule(method, path));
			return this;
		}

		/**
		 * Ask for several methods on a path and all below it. As python-ovh does, this
		 * drops what the path has of {@code *}, {@code /} and spaces at its end, and
		 * makes a rule for what is left and one for all below that; {@code /} is
		 * {@code /*} alone.
		 * @param rights the methods
		 * @param path the path, {@code /} for the whole API
		 * @return this builder
		 * @throws IllegalArgumentException if the path does not start with {@code /}
		 */
		public Builder recursive(AccessRights rights, String path) {
			check(new AccessRule(HttpMethod.GET, path));
			String root = path.replaceFirst("[*/ ]+\\z", "");
			if (!root.isEmpty()) {
				rules(rights, root);
			}
			return rules(rights, root + "/*");
		}

		/**
		 * Ask for a method on a path.
		 * @param method the method
		 * @param path the path, where {@code *} stands for anything
		 * @return this builder
		 * @throws IllegalArgumentException if the API has no such method, or if the path
		 * does not start with {@code /}
		 */
		public Builder rule(HttpMethod method, String path) {
			AccessRule rule = new AccessRule(method, path);
			check(rule);
			this.rules.add(rule);
			return this;
		}

		/**
		 * Set where the customer comes to after the decision.
		 * @param url the URL
		 * @return this builder
		 */
		public Builder redirection(String url) {
			this.redirection = url;
			return this;
		}

		/**
		 * Add blocks of addresses that the key may be used from.
		 * @param blocks the blocks in CIDR form, such as {@code 192.0.2.0/24}
		 * @return this builder
		 * @throws IllegalArgumentException if one is no such block
		 */
		public Builder allowedIps(String... blocks) {
			for (String block : blocks) {
				IpBlock.check(block);
				this.allowedIps.add(block);
			}
			return this;
		}

		/**
		 * Build the request.
		 * @return the request
		 * @throws IllegalArgumentException if there is no rule
		 */
		public ConsumerKeyRequest build() {
			return new ConsumerKeyRequest(List.copyOf(this.rules), this.redirection, this.allowedIps);
		}

	}

}
