package io.github.ovhspring.test.customer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.ovhspring.test.rest.ApiCall;
import io.github.ovhspring.test.rest.ApiReply;
import io.github.ovhspring.test.rest.ApiRoutes;
import io.github.ovhspring.test.rest.ApiTypes;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customer's bills.
 */
final class Bills {

	private final Map<String, ObjectNode> bills;

	Bills(AccountData data) {
		this.bills = data.objects("bills", "/billId");
	}

	void addTo(ApiRoutes routes) {
		routes.on("GET", "/me/bill", this::list)
			.on("GET", "/me/bill/{billId}", (call) -> ApiReply.of(Found.object(this.bills, call, "billId")));
	}

	private ApiReply list(ApiCall call) {
		Optional<Instant> from = call.query("date.from", ApiTypes::instant);
		Optional<Instant> to = call.query("date.to", ApiTypes::instant);
		Optional<String> category = call.query("category", ApiTypes.oneOf("autorenew", "earlyrenewal", "purchase",
				"purchase-cloud", "purchase-servers", "purchase-telecom", "purchase-web"));
		Optional<Long> orderId = call.query("orderId", ApiTypes::integer);
		Predicate<ObjectNode> wanted = (bill) -> from.stream().noneMatch((start) -> date(bill).isBefore(start))
				&& to.stream().noneMatch((end) -> date(bill).isAfter(end))
				&& category.stream().allMatch(bill.path("category").asString()::equals)
				&& orderId.stream().allMatch((order) -> order == bill.path("orderId").asLong());
		return ApiReply.ofIds(Found.ids(this.bills, wanted));
	}

	private static Instant date(ObjectNode bill) {
		return OffsetDateTime.parse(bill.path("date").asString()).toInstant();
	}

}
