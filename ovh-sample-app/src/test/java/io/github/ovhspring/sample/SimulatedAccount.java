package io.github.ovhspring.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import io.github.ovhspring.test.OvhSimulator;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * Made-up account with some bills, and a mail domain that takes redirections.
 */
final class SimulatedAccount {

	static final List<SimulatedBill> BILLS = List.of(
			new SimulatedBill("FR58121934", LocalDate.of(2026, 6, 3), 203410077, "59.99"),
			new SimulatedBill("FR58466012", LocalDate.of(2026, 7, 3), 204118365, "59.99"),
			new SimulatedBill("FR58609327", LocalDate.of(2026, 7, 19), 204560911, "8.39"),
			new SimulatedBill("FR58833250", LocalDate.of(2026, 8, 3), 204977204, "59.99"),
			new SimulatedBill("FR59190448", LocalDate.of(2026, 9, 3), 205702618, "64.98"),
			new SimulatedBill("FR59540183", LocalDate.of(2026, 10, 3), 206431570, "64.98"));

	private static final int LAST_RESORT = 10;

	private SimulatedAccount() {
	}

	static void stub(OvhSimulator ovh) {
		ovh.stubFor(get("/1.0/me").willReturn(okJson("""
				{"nichandle": "al4711-ovh", "firstname": "Ada", "name": "Lovelace", "email": "ada@example.com",
				"country": "FR", "city": "Roubaix", "zip": "59100", "language": "fr_FR", "legalform": "individual",
				"ovhCompany": "ovh", "ovhSubsidiary": "FR", "state": "complete", "customerCode": "4711-0815-42",
				"currency": {"code": "EUR", "symbol": "€"}, "kycValidated": true}
				""")));
		BILLS.forEach((bill) -> ovh.stubFor(bill.stub()));
		for (int i = 0; i <= BILLS.size(); i++) {
			stubListFrom(ovh, i);
		}
		ovh.stubFor(get(urlPathMatching("/1\\.0/me/bill/[^/]+")).atPriority(LAST_RESORT)
			.willReturn(jsonResponse(
					"""
							{"class": "Client::NotFound", "message": "The requested object (billId = {{request.path.[3]}}) does not exist"}
							""",
					404)
				.withTransformers("response-template")));
		ovh.stubFor(post(urlPathMatching("/1\\.0/email/domain/[^/]+/redirection")).willReturn(okJson("""
				{"id": "81190273", "action": "add", "type": "forward", "account": "{{jsonPath request.body '$.from'}}",
				"domain": "{{request.path.[3]}}", "date": "2026-11-23T10:00:00+01:00"}
				""").withTransformers("response-template")));
	}

	private static void stubListFrom(OvhSimulator ovh, int first) {
		String ids = BILLS.subList(first, BILLS.size())
			.stream()
			.map((bill) -> "\"" + bill.id() + "\"")
			.collect(Collectors.joining(", ", "[", "]"));
		ovh.stubFor(get(urlPathEqualTo("/1.0/me/bill"))
			.andMatching((request) -> MatchResult.of(firstBillSince(request) == first))
			.willReturn(okJson(ids)));
	}

	private static int firstBillSince(Request request) {
		if (!request.queryParameter("date.from").isPresent()) {
			return 0;
		}
		LocalDate since = LocalDate.parse(request.queryParameter("date.from").firstValue());
		return (int) BILLS.stream().filter((bill) -> bill.date().isBefore(since)).count();
	}

}
