package io.github.ovhspring.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import com.github.tomakehurst.wiremock.client.MappingBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

/**
 * Made-up bill, in the shape of the API's {@code billing.Bill}.
 *
 * @param id the id
 * @param date when it was made
 * @param orderId the id of the order that it is for
 * @param price what it comes to before taxes, in euros
 */
record SimulatedBill(String id, LocalDate date, long orderId, String price) {

	private static final BigDecimal TAX_RATE = new BigDecimal("0.20");

	MappingBuilder stub() {
		return get("/1.0/me/bill/" + this.id).willReturn(okJson(json()));
	}

	private String json() {
		BigDecimal net = new BigDecimal(this.price);
		BigDecimal tax = net.multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP);
		return """
				{"billId": "%1$s", "category": "autorenew", "date": "%2$sT04:12:31+01:00", "orderId": %3$d,
				"password": "aB3d", "pdfUrl": "https://bills.example.com/%1$s.pdf", "url": "https://bills.example.com/%1$s",
				"priceWithoutTax": %4$s, "tax": %5$s, "priceWithTax": %6$s}
				"""
			.formatted(this.id, this.date, this.orderId, price(net), price(tax), price(net.add(tax)));
	}

	private static String price(BigDecimal value) {
		return "{\"currencyCode\": \"EUR\", \"priceInUcents\": %s, \"text\": \"%s €\", \"value\": %s}"
			.formatted(value.movePointRight(8).toBigInteger(), value, value);
	}

}
