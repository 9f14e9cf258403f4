package io.github.ovhspring.test.customer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ovhspring.test.account.SimulatedCustomer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.ThrowingSupplier;

/**
 * What a customer has at first, each object as the API answers it.
 *
 * @param tree the data
 */
record AccountData(JsonNode tree) {

	static AccountData read(SimulatedCustomer customer) {
		ClassPathResource file = new ClassPathResource(customer.nichandle() + ".json", AccountData.class);
		String json = ThrowingSupplier.of(() -> file.getContentAsString(StandardCharsets.UTF_8)).get();
		return new AccountData(new JsonMapper().readTree(json));
	}

	Stream<JsonNode> list(String name) {
		return this.tree.path(name).valueStream();
	}

	ObjectNode object(String name) {
		return (ObjectNode) this.tree.path(name);
	}

	Map<String, ObjectNode> objects(String name, String idPointer) {
		return byId(this.tree.path(name), idPointer);
	}

	static Map<String, ObjectNode> byId(JsonNode objects, String idPointer) {
		Map<String, ObjectNode> byId = new LinkedHashMap<>();
		objects.forEach((object) -> byId.put(object.at(idPointer).asString(), (ObjectNode) object));
		return byId;
	}

}
