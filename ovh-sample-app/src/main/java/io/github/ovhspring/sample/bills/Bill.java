package io.github.ovhspring.sample.bills;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE;

/**
 * Bill: a part of the API's {@code billing.Bill}.
 *
 * @param billId the id
 * @param date when it was made, as the API writes it: in UTC the first hours of a month
 * would be those of another
 * @param orderId the id of the order that it is for
 * @param priceWithTax what it comes to
 * @param priceWithoutTax what it comes to before taxes
 * @param tax the taxes
 * @param pdfUrl where to get it as PDF
 */
record Bill(String billId, @JsonFormat(without = ADJUST_DATES_TO_CONTEXT_TIME_ZONE) OffsetDateTime date,
		@Nullable Long orderId, Price priceWithTax, Price priceWithoutTax, Price tax, URI pdfUrl) {

	/**
	 * Return the day that the bill bears.
	 */
	public LocalDate day() {
		return this.date.toLocalDate();
	}

	/**
	 * Return whether {@code pdfUrl} is what a page may link to, and no script.
	 */
	public boolean hasPdf() {
		return "https".equals(this.pdfUrl.getScheme());
	}

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
