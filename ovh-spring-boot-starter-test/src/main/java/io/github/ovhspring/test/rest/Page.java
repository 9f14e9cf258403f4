package io.github.ovhspring.test.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Page of a list that a call asks for, by the headers that the API's version 2 has for
 * that. A cursor is good for the list that gave it, and means nothing to those who get
 * it.
 *
 * @param path the path of the list
 * @param first index of the first element
 * @param size how many elements at most
 */
record Page(String path, int first, int size) {

	private static final String CURSOR = "X-Pagination-Cursor";

	private static final String NEXT_CURSOR = "X-Pagination-Cursor-Next";

	private static final String SIZE = "X-Pagination-Size";

	private static final int ALL = 999_999_999;

	private static final Pattern POSITION = Pattern.compile("(\\S+) ([0-9]{1,9}) ([0-9]{1,9})");

	static Page of(ApiCall call) {
		String path = call.path().value();
		Page page = call.header(CURSOR)
			.map((cursor) -> parse(cursor).filter((parsed) -> parsed.path.equals(path))
				.orElseThrow(Page::invalidCursor))
			.orElse(new Page(path, 0, ALL));
		return call.header(SIZE).map((size) -> new Page(path, page.first, size(size))).orElse(page);
	}

	private static int size(String text) {
		return ApiTypes.matching("[1-9][0-9]{0,8}")
			.apply(text)
			.map(Integer::valueOf)
			.orElseThrow(() -> ApiRefusal.malformed("Header " + SIZE));
	}

	private static Optional<Page> parse(String cursor) {
		Matcher matcher = POSITION.matcher(decoded(cursor));
		return matcher.matches() ? Optional
			.of(new Page(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
				: Optional.empty();
	}

	private static String decoded(String cursor) {
		try {
			return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw invalidCursor();
		}
	}

	private static ApiRefusal invalidCursor() {
		return new ApiRefusal(400, "Client::BadRequest::InvalidCursor", "invalid cursor");
	}

	ApiReply cut(ApiReply reply) {
		return reply.body().isArray() ? cut(reply, reply.body()) : reply;
	}

	private ApiReply cut(ApiReply reply, JsonNode list) {
		ArrayNode page = JsonNodeFactory.instance.arrayNode();
		int size = Math.min(this.size, reply.pageSize());
		list.valueStream().skip(this.first).limit(size).forEach(page::add);
		long next = (long) this.first + size;
		return (next < list.size()) ? reply.with(page).withHeader(NEXT_CURSOR, cursor(next)) : reply.with(page);
	}

	private String cursor(long next) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.path + " " + next + " " + this.size).getBytes(StandardCharsets.UTF_8));
	}

}
