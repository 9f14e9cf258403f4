package io.github.ovhspring.test.customer;

import java.util.List;
import java.util.Map;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhRequest;
import io.github.ovhspring.test.SimulatorTestCase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Base of tests that call the account as an application does.
 */
abstract class AccountTestCase extends SimulatorTestCase {

	AccountTestCase() {
		this.simulator.account();
	}

	JsonNode get(String path, Object... variables) {
		return this.ovh.get(path, variables).as(JsonNode.class);
	}

	List<String> list(String path, Object... variables) {
		return this.ovh.get(path, variables).asList(String.class);
	}

	void isRefused(OvhRequest request, int status, String errorClass, String message) {
		isRefused(request::send, status, errorClass, message);
	}

	private void isRefused(ThrowingCallable call, int status, String errorClass, String message) {
		assertThatExceptionOfType(OvhApiException.class).isThrownBy(call)
			.returns(status, (ex) -> ex.getStatusCode().value())
			.returns(errorClass, OvhApiException::errorClass)
			.returns(message, OvhApiException::apiMessage);
	}

	static Map<String, Object> redirection(String from, String to) {
		return Map.of("from", from, "to", to, "localCopy", false);
	}

}
