package io.github.ovhspring.sample;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

import io.github.ovhspring.sample.typed.api.BillApi;
import io.github.ovhspring.sample.typed.api.BillingArchiveTypeEnum;
import io.github.ovhspring.sample.typed.api.BillingBill;
import io.github.ovhspring.sample.typed.api.MeBillExportPostRequest;
import io.github.ovhspring.sample.typed.api.OrderCurrencyCodeEnum;
import io.github.ovhspring.sample.typed.api.OrderPrice;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.client.RestTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the interface and the classes that are generated from the API's description,
 * and for the service that uses them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@EnableOvhSimulator
class TypedBillTests {

	private static final long BEYOND_DOUBLE = 9007199254740993L;

	private final OvhSimulator ovh;

	private final BillApi api;

	private final RestTestClient client;

	TypedBillTests(@Autowired OvhSimulator ovh, @Autowired BillApi api, @Autowired RestTestClient client) {
		this.ovh = ovh;
		this.api = api;
		this.client = client;
	}

	@BeforeEach
	void stub() {
		SimulatedAccount.open(this.ovh);
	}

	private void bill(String json) {
		this.ovh.stubFor(get("/1.0/me/bill/FR1").willReturn(okJson(json)));
	}

	@Test
	void shouldShowABill() {
		this.client.get()
			.uri("/typed/bills/FR58466012")
			.exchangeSuccessfully()
			.expectBody()
			.json("{\"billId\":\"FR58466012\",\"date\":\"2026-07-03T02:12:31Z\",\"orderId\":204118365,"
					+ "\"total\":671.89,\"currency\":\"EUR\"}")
			.jsonPath("$.password")
			.doesNotExist();
	}

	@Test
	void whenThereIsNoSuchBillThenSaysSo() {
		this.client.get()
			.uri("/typed/bills/NONE")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The requested object (billId = NONE) does not exist");
	}

	@Test
	void whenABillHasNoPriceThenShowsTheRest() {
		bill("{\"billId\":\"FR1\",\"priceWithTax\":null}");
		this.client.get()
			.uri("/typed/bills/FR1")
			.exchangeSuccessfully()
			.expectBody()
			.json("{\"billId\":\"FR1\",\"total\":null,\"currency\":null}");
	}

	@Test
	void shouldReadEachPropertyOfABill() {
		bill("""
				{"billId": "FR1", "category": "purchase-cloud", "date": "2026-06-03T04:12:31+02:00",
				"orderId": 9007199254740993, "password": "aB3d", "pdfUrl": "https://bills.example.com/FR1.pdf",
				"url": "https://bills.example.com/FR1",
				"priceWithTax": {"currencyCode": "EUR", "priceInUcents": 7199000000, "text": "71.99 €", "value": 71.99},
				"priceWithoutTax": {"currencyCode": "EUR", "priceInUcents": null, "text": "59.99 €", "value": 59.99},
				"tax": {"currencyCode": "points", "priceInUcents": 0, "text": "0.1", "value": 0.1000000000000000000001}}
				""");
		BillingBill bill = this.api.bill("FR1");
		assertThat(bill.getBillId()).isEqualTo("FR1");
		assertThat(bill.getCategory()).isEqualTo("purchase-cloud");
		assertThat(bill.getDate()).isEqualTo("2026-06-03T02:12:31Z");
		assertThat(bill.getOrderId()).isEqualTo(BEYOND_DOUBLE);
		assertThat(bill.getPassword()).isEqualTo("aB3d");
		assertThat(bill.getPdfUrl()).isEqualTo("https://bills.example.com/FR1.pdf");
		assertThat(bill.getUrl()).isEqualTo("https://bills.example.com/FR1");
		assertThat(bill.getPriceWithTax()).isEqualTo(new OrderPrice().currencyCode(OrderCurrencyCodeEnum.EUR)
			.priceInUcents(7_199_000_000L)
			.text("71.99 €")
			.value(new BigDecimal("71.99")));
		assertThat(bill.getPriceWithoutTax()).extracting(OrderPrice::getPriceInUcents).isNull();
		assertThat(bill.getTax()).extracting(OrderPrice::getCurrencyCode, OrderPrice::getValue)
			.containsExactly(OrderCurrencyCodeEnum.POINTS, new BigDecimal("0.1000000000000000000001"));
	}

	@Test
	void whenTheApiKnowsMoreThanItsDescriptionThenReadsTheRest() {
		bill("{\"billId\":\"FR1\",\"novel\":{},\"category\":\"novel\",\"tax\":{\"currencyCode\":\"BTC\"}}");
		BillingBill bill = this.api.bill("FR1");
		assertThat(bill.getCategory()).isEqualTo("novel");
		assertThat(bill.getTax()).extracting(OrderPrice::getCurrencyCode)
			.isEqualTo(OrderCurrencyCodeEnum.UNKNOWN_DEFAULT_OPEN_API);
	}

	@Test
	void shouldAskForBillsAsTheApiExpects() {
		this.ovh.stubFor(get(urlPathEqualTo("/1.0/me/bill")).willReturn(okJson("[\"FR1\"]")));
		OffsetDateTime since = OffsetDateTime.parse("2026-06-03T04:12:31+02:00");
		assertThat(this.api.bills("purchase-cloud", since, null, BEYOND_DOUBLE)).containsExactly("FR1");
		this.ovh.verify(1, getRequestedFor(urlEqualTo("/1.0/me/bill?category=purchase-cloud"
				+ "&date.from=2026-06-03T04%3A12%3A31%2B02%3A00&orderId=9007199254740993")));
	}

	@Test
	void shouldSendOnlyWhatIsSet() {
		this.ovh.stubFor(post("/1.0/me/bill/export").willReturn(okJson("null")));
		this.api.export(new MeBillExportPostRequest(BillingArchiveTypeEnum.ZIP)
			.startDate(OffsetDateTime.parse("2026-06-03T00:00:00+02:00")));
		this.ovh.verify(postRequestedFor(urlEqualTo("/1.0/me/bill/export"))
			.withRequestBody(equalToJson("{\"archiveType\":\"zip\",\"startDate\":\"2026-06-03T00:00:00+02:00\"}")));
	}

}
