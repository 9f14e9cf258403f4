package io.github.ovhspring.customers;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.github.ovhspring.server.Call;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.Reply;
import io.github.ovhspring.server.SigningApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API with accounts whose owners validate consumer keys on a page.
 */
final class CustomersApi implements Function<Call, Reply> {

	private static final String PAGE = "/validate/";

	private final Map<String, String> redirections = new ConcurrentHashMap<>();

	private final Map<String, String> accounts = new ConcurrentHashMap<>();

	private final SigningApi signed = new SigningApi(this::answer);

	private final LoopbackServer server = LoopbackServer.start(this);

	LoopbackServer server() {
		return this.server;
	}

	@Override
	public Reply apply(Call call) {
		return call.target().startsWith(PAGE) ? validated(call.target().substring(PAGE.length()))
				: this.signed.apply(call);
	}

	private Reply answer(Call call) {
		if (call.target().equals("/1.0/auth/credential")) {
			return pending(new JsonMapper().readTree(call.text()));
		}
		String account = this.accounts.get(Objects.requireNonNull(call.header("X-Ovh-Consumer")));
		return (account != null) ? Reply.json("{\"nichandle\":\"" + account + "\"}") : Reply.error(403,
				"{\"errorCode\":\"INVALID_CREDENTIAL\",\"httpCode\":\"403 Forbidden\",\"message\":\"This credential is not valid\"}");
	}

	private synchronized Reply pending(JsonNode request) {
		String key = "ck" + this.redirections.size();
		this.redirections.put(key, request.path("redirection").asString());
		return Reply.json("{\"consumerKey\":\"%s\",\"state\":\"pendingValidation\",\"validationUrl\":\"http://%s%s%s\"}"
			.formatted(key, this.server.authority(), PAGE, key));
	}

	// The account is that of the browser: here the nichandle is the query of the page.
	private Reply validated(String keyAndAccount) {
		String[] parts = keyAndAccount.split("\\?");
		this.accounts.put(parts[0], parts[1]);
		return Reply.of(302, "", "", "Location: " + this.redirections.get(parts[0]));
	}

	void revoke(String account) {
		this.accounts.values().remove(account);
	}

}
