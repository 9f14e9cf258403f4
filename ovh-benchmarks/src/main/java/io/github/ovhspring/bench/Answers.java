package io.github.ovhspring.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the API answers, made once and kept as it is sent.
 */
final class Answers {

	static final int BILLS = 500;

	static final int PAGE = 1000;

	static final int ELEMENTS = 100_000;

	static final String ME = """
			{"address":"2 rue Kellermann","area":"","birthCity":"Roubaix","birthDay":"1990-01-31","city":"Roubaix",
			"country":"FR","currency":{"code":"EUR","symbol":"€"},"customerCode":"1234-5678-90","email":"ada@example.com",
			"fax":"","firstname":"Ada","kycValidated":true,"language":"fr_FR","legalform":"individual","name":"Lovelace",
			"nationality":"FR","nichandle":"al4711-ovh","organisation":"","ovhCompany":"ovh","ovhSubsidiary":"FR",
			"phone":"+33.972101007","sex":"female","spareEmail":null,"state":"complete","vat":"","zip":"59100"}
			""";

	private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

	byte[] to(String target, String cursor) {
		return this.kept.computeIfAbsent(target + " " + cursor, (key) -> answer(target, cursor));
	}

	private static byte[] answer(String target, String cursor) {
		if (target.endsWith("/auth/time")) {
			return json(String.valueOf(System.currentTimeMillis() / 1000), "");
		}
		if (target.endsWith("/me/bill")) {
			return json(IntStream.range(0, BILLS)
				.mapToObj((i) -> "\"FR" + i + "\"")
				.collect(Collectors.joining(",", "[", "]")), "");
		}
		if (target.contains("/me/bill/")) {
			return json("{\"billId\":\"" + target.substring(target.lastIndexOf('/') + 1)
					+ "\",\"date\":\"2026-11-01T00:00:00+01:00\",\"priceWithTax\":{\"currencyCode\":\"EUR\","
					+ "\"text\":\"11.99 €\",\"value\":11.99}}", "");
		}
		return target.contains("/v2/") ? page(cursor.isEmpty() ? 0 : Integer.parseInt(cursor)) : json(ME, "");
	}

	private static byte[] page(int first) {
		int next = first + PAGE;
		return json(
				IntStream.range(first, next)
					.mapToObj((i) -> "{\"id\":" + i + ",\"name\":\"element " + i + "\"}")
					.collect(Collectors.joining(",", "[", "]")),
				(next < ELEMENTS) ? "X-Pagination-Cursor-Next: " + next + "\r\n" : "");
	}

	private static byte[] json(String json, String headers) {
		int length = json.getBytes(StandardCharsets.UTF_8).length;
		return ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nX-Ovh-QueryID: EU.ext-1.0.0\r\n"
				+ headers + "Content-Length: " + length + "\r\n\r\n" + json)
			.getBytes(StandardCharsets.UTF_8);
	}

}
