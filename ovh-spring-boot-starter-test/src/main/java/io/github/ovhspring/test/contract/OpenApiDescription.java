package io.github.ovhspring.test.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.ovhspring.test.rest.CallPattern;
import tools.jackson.databind.JsonNode;

/**
 * Description in the form of OpenAPI 3.0, as far as OVHcloud uses it: {@code oneOf},
 * {@code anyOf} and what combines several models admit everything.
 *
 * @param tree the description
 */
record OpenApiDescription(JsonNode tree) {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

	List<ApiOperation> operations() {
		String root = ApiDescriptions.root(this.tree.path("servers").path(0).path("url").asString(""));
		List<ApiOperation> operations = new ArrayList<>();
		this.tree.path("paths").forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
			if (METHODS.contains(method)) {
				operations
					.add(operation(CallPattern.of(method.toUpperCase(Locale.ROOT), root + path), item, operation));
			}
		}));
		return operations;
	}

	private ApiOperation operation(CallPattern calls, JsonNode item, JsonNode operation) {
		Map<String, Shape> query = new LinkedHashMap<>();
		Set<String> required = new LinkedHashSet<>();
		List<JsonNode> parameters = new ArrayList<>(item.path("parameters").values());
		parameters.addAll(operation.path("parameters").values());
		for (JsonNode parameter : parameters) {
			if ("query".equals(parameter.path("in").asString(""))) {
				String name = parameter.path("name").asString();
				query.put(name, shape(parameter.path("schema")));
				if (parameter.path("required").asBoolean(false)) {
					required.add(name);
				}
			}
		}
		return new ApiOperation(calls, query, required, content(operation.path("requestBody")),
				content(operation.path("responses").path("200")));
	}

	private Shape content(JsonNode holder) {
		JsonNode schema = holder.path("content").path("application/json").path("schema");
		return schema.isMissingNode() ? Shape.NOTHING : shape(schema);
	}

	private Shape shape(JsonNode schema) {
		Shape shape = notNull(schema);
		return schema.path("nullable").asBoolean(false) ? Shape.orNull(shape) : shape;
	}

	private Shape notNull(JsonNode schema) {
		if (schema.has("$ref")) {
			String name = schema.path("$ref").asString().replaceFirst(".*/", "");
			return Shape.later(() -> model(name));
		}
		if (schema.path("allOf").size() == 1) {
			return shape(schema.path("allOf").path(0));
		}
		return schema.has("type") ? typed("object", schema) : Shape.ANY;
	}

	private Shape model(String name) {
		JsonNode schema = this.tree.path("components").path("schemas").path(name);
		return schema.has("type") ? typed(name, schema) : shape(schema);
	}

	private Shape typed(String name, JsonNode schema) {
		if (schema.has("enum")) {
			return Shape.oneOf(schema.path("enum").valueStream().map(JsonNode::asString).toList());
		}
		String type = schema.path("type").asString();
		return switch (type) {
			case "array" -> Shape.listOf(shape(schema.path("items")));
			case "object" -> object(name, schema);
			case "string" -> Scalars.named(schema.path("format").asString(type));
			default -> Scalars.named(type);
		};
	}

	private Shape object(String name, JsonNode schema) {
		if (!schema.has("properties")) {
			return Shape.mapOf(shape(schema.path("additionalProperties")));
		}
		Map<String, Shape> fields = new LinkedHashMap<>();
		schema.path("properties").forEachEntry((field, property) -> fields.put(field, shape(property)));
		Set<String> required = new LinkedHashSet<>();
		schema.path("required").forEach((field) -> required.add(field.asString()));
		return new ObjectShape(name, fields, required);
	}

}
