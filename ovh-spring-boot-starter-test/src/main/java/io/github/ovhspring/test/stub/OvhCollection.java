package io.github.ovhspring.test.stub;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.ovhspring.test.rest.ApiRefusal;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.CallPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.util.Assert;

/**
 * Objects that the API lists at one path and gives one by one below it. In version 1 the
 * list holds their ids, in version 2 the objects themselves.
 */
public final class OvhCollection {

	private final Map<String, JsonNode> items = new LinkedHashMap<>();

	private final ArrayNode list = JsonNodeFactory.instance.arrayNode();

	private volatile int pageSize = Integer.MAX_VALUE;

	OvhCollection(OvhStubs stubs, String path, String idProperty, Collection<?> items) {
		boolean listsIds = !path.startsWith("/v2/");
		for (Object item : items) {
			JsonNode json = Json.of(item);
			JsonNode id = json.path(idProperty);
			Assert.isTrue(id.isString() || id.isNumber(),
					() -> "Object " + json + " has no id: '" + idProperty + "' is neither a text nor a number");
			Assert.isTrue(this.items.put(id.asString(), json) == null,
					() -> "Two objects have the id " + id + " in '" + idProperty + "'");
			this.list.add(listsIds ? id : json);
		}
		stubs.answer(CallPattern.of("GET", path), (call) -> ApiReply.of(this.list).withPageSize(this.pageSize));
		stubs.answer(CallPattern.of("GET", path + "/{" + idProperty + "}"),
				(call) -> item(idProperty, call.variable(idProperty)));
	}

	private ApiReply item(String idProperty, String id) {
		return ApiReply
			.of(Optional.ofNullable(this.items.get(id)).orElseThrow(() -> ApiRefusal.noSuchObject(idProperty, id)));
	}

	/**
	 * Give the list in pages, to those too who do not ask for pages.
	 * @param pageSize how many elements are given at once, at most
	 */
	public void pageSize(int pageSize) {
		Assert.isTrue(pageSize > 0, () -> "pageSize is " + pageSize + " and must be 1 or more");
		this.pageSize = pageSize;
	}

}
