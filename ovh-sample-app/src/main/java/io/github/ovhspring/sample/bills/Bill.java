package io.github.ovhspring.sample.bills;

import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Bill: a part of the API's {@code billing.Bill}.
 *
 * @param billId the id
 * @param date when it was made
 * @param orderId the id of the order that it is for
 * @param priceWithTax what it comes to
 * @param priceWithoutTax what it comes to before taxes
 * @param tax the taxes
 * @param pdfUrl where to get it as PDF
 */
record Bill(String billId, OffsetDateTime date, @Nullable Long orderId, Price priceWithTax, Price priceWithoutTax,
		Price tax, URI pdfUrl) {

	/**
	 * Price: the API's {@code order.Price}.
	 *
	 * @param currencyCode the currency
	 * @param text the price as people write it
	 * @param value the price
	 */
	record Price(String currencyCode, String text, BigDecimal value) {
	}

}
