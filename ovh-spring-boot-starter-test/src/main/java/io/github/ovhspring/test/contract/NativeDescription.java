package io.github.ovhspring.test.contract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ovhspring.test.rest.CallPattern;
import tools.jackson.databind.JsonNode;

/**
 * Description in OVHcloud's own form, as its API serves it at {@code /v1/….json}.
 *
 * @param tree the description
 */
record NativeDescription(JsonNode tree) {

	private static final Pattern MAP = Pattern.compile("map\\[[^]]*](.+)");

	private static final Pattern LIST = Pattern.compile("\\[](.+)|(.+)\\[]");

	private static final Pattern GENERIC = Pattern.compile("([^<]+)<(.+)>");

	List<ApiOperation> operations() {
		String root = ApiDescriptions.root(this.tree.path("basePath").asString(""));
		return this.tree.path("apis")
			.valueStream()
			.flatMap((api) -> api.path("operations")
				.valueStream()
				.map((operation) -> operation(root + api.path("path").asString(), operation)))
			.toList();
	}

	private ApiOperation operation(String path, JsonNode operation) {
		Parameters query = parameters(operation, "query");
		return new ApiOperation(CallPattern.of(operation.path("httpMethod").asString(), path), query.shapes,
				query.required, body(operation), type(operation.path("responseType").asString("void")));
	}

	private Shape body(JsonNode operation) {
		Predicate<JsonNode> isWhole = (parameter) -> !parameter.hasNonNull("name");
		Parameters parts = parameters(operation, "body");
		return operation.path("parameters")
			.valueStream()
			.filter((parameter) -> isIn("body", parameter))
			.filter(isWhole)
			.findFirst()
			.map((parameter) -> type(parameter.path("dataType").asString()))
			.orElseGet(() -> parts.shapes.isEmpty() ? Shape.NOTHING : parts.object());
	}

	private Parameters parameters(JsonNode operation, String where) {
		Parameters parameters = new Parameters(new LinkedHashMap<>(), new LinkedHashSet<>());
		operation.path("parameters").forEach((parameter) -> {
			if (isIn(where, parameter) && parameter.hasNonNull("name")) {
				parameters.add(parameter.path("name").asString(), type(parameter.path("dataType").asString()),
						parameter.path("required").asBoolean());
			}
		});
		return parameters;
	}

	private static boolean isIn(String where, JsonNode parameter) {
		return where.equals(parameter.path("paramType").asString(""));
	}

	private Shape type(String type) {
		Matcher map = MAP.matcher(type);
		if (map.matches()) {
			return Shape.mapOf(type(map.group(1)));
		}
		Matcher list = LIST.matcher(type);
		if (list.matches()) {
			return Shape.listOf(type((list.group(1) != null) ? list.group(1) : list.group(2)));
		}
		return "void".equals(type) ? Shape.NOTHING : Shape.later(() -> single(type));
	}

	private Shape single(String type) {
		JsonNode models = this.tree.path("models");
		Matcher generic = GENERIC.matcher(type);
		if (generic.matches()) {
			String name = models.has(type) ? type : generic.group(1) + "<T>";
			return model(type, models.path(name), generic.group(2));
		}
		if (models.has(type)) {
			return model(type, models.path(type), "");
		}
		return type.contains(".") ? Shape.ANY : Scalars.named(type);
	}

	private Shape model(String name, JsonNode model, String argument) {
		if (model.has("enum")) {
			return Shape.oneOf(model.path("enum").valueStream().map(JsonNode::asString).toList());
		}
		if (!model.has("properties")) {
			return Shape.ANY;
		}
		Parameters fields = new Parameters(new LinkedHashMap<>(), new LinkedHashSet<>());
		model.path("properties").forEachEntry((field, property) -> {
			Shape shape = type(property.path("type").asString().replaceFirst("^T\\b", argument));
			fields.add(field, property.path("canBeNull").asBoolean(false) ? Shape.orNull(shape) : shape,
					property.path("required").asBoolean(false));
		});
		return new ObjectShape(name, fields.shapes, fields.required);
	}

	/**
	 * Named parts.
	 *
	 * @param shapes what they have to be
	 * @param required names of those that have to be there
	 */
	private record Parameters(Map<String, Shape> shapes, Set<String> required) {

		void add(String name, Shape shape, boolean isRequired) {
			this.shapes.put(name, shape);
			if (isRequired) {
				this.required.add(name);
			}
		}

		Shape object() {
			return new ObjectShape("the call", this.shapes, this.required);
		}

	}

}
