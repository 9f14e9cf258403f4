package io.github.ovhspring.test.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiRefusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * How objects are looked up.
 */
final class Found {

	private Found() {
	}

	static List<String> ids(Map<String, ObjectNode> objects, Predicate<ObjectNode> wanted) {
		return objects.entrySet()
			.stream()
			.filter((entry) -> wanted.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	static ObjectNode object(Map<String, ObjectNode> objects, ApiCall call, String variable) {
		String id = call.variable(variable);
		return Optional.ofNullable(objects.get(id)).orElseThrow(() -> ApiRefusal.noSuchObject(variable, id));
	}

	static <T> T service(Map<String, T> services, ApiCall call, String variable) {
		return Optional.ofNullable(services.get(call.variable(variable))).orElseThrow(ApiRefusal::noSuchService);
	}

}
