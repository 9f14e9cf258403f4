package io.github.ovhspring.sample.typed;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

import io.github.ovhspring.sample.typed.api.BillingBill;
import io.github.ovhspring.sample.typed.api.OrderCurrencyCodeEnum;
import io.github.ovhspring.sample.typed.api.OrderPrice;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of this service is told of a bill. The API describes no property as
 * required, so each may be missing.
 *
 * @param billId the id
 * @param date when it was made
 * @param orderId the id of the order that it is for
 * @param total what it comes to
 * @param currency the currency of that
 */
record BillSummary(@Nullable String billId, @Nullable OffsetDateTime date, @Nullable Long orderId,
		@Nullable BigDecimal total, @Nullable OrderCurrencyCodeEnum currency) {

	static BillSummary of(BillingBill bill) {
		OrderPrice price = bill.getPriceWithTax();
		return new BillSummary(bill.getBillId(), bill.getDate(), bill.getOrderId(),
				(price != null) ? price.getValue() : null, (price != null) ? price.getCurrencyCode() : null);
	}

}
