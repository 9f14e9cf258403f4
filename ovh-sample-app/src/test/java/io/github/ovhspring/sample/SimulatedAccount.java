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
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * Made-up account with some bills, servers and applications, and a mail domain that takes
 * redirections.
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
		stubServers(ovh);
		stubApplications(ovh);
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

	private static void stubServers(OvhSimulator ovh) {
		ovh.stubFor(get("/1.0/dedicated/server").willReturn(okJson("""
				["ns3100001.ip-192-0-2.eu", "ns3100002.ip-192-0-2.eu", "ns3200001.ip-198-51-100.net"]
				""")));
		stubServer(ovh, "ns3100001.ip-192-0-2.eu", "sbg1", "RISE-1");
		stubServer(ovh, "ns3100002.ip-192-0-2.eu", "sbg1", "RISE-2");
		stubServer(ovh, "ns3200001.ip-198-51-100.net", "bhs8", "ADVANCE-1");
	}

	private static void stubServer(OvhSimulator ovh, String name, String datacenter, String range) {
		ovh.stubFor(get("/1.0/dedicated/server/" + name).willReturn(okJson("""
				{"name": "%1$s", "reverse": "%1$s.", "datacenter": "%2$s", "commercialRange": "%3$s", "state": "ok",
				"os": "debian12_64", "powerState": "poweron", "monitoring": true, "linkSpeed": 1000}
				""".formatted(name, datacenter, range))));
		ovh.stubFor(put("/1.0/dedicated/server/" + name + "/burst").willReturn(okJson("null")));
	}

	private static void stubApplications(OvhSimulator ovh) {
		ovh.stubFor(get("/1.0/me/api/credential?status=validated").willReturn(okJson("[81004711, 81004915]")));
		stubApplication(ovh, 81004711, "Inventory", "Lists what we run");
		stubApplication(ovh, 81004915, "Mailer", "Redirects mail");
	}

	private static void stubApplication(OvhSimulator ovh, long id, String name, String description) {
		ovh.stubFor(get("/1.0/me/api/credential/" + id).willReturn(
				okJson("""
						{"credentialId": %d, "applicationId": 47110, "status": "validated", "allowedIPs": null, "ovhSupport": false,
						"creation": "2026-05-04T09:30:00+02:00", "expiration": null, "lastUse": "2026-11-20T18:02:11+01:00",
						"rules": [{"method": "GET", "path": "/*"}]}
						"""
					.formatted(id))));
		ovh.stubFor(get("/1.0/me/api/credential/" + id + "/application").willReturn(okJson("""
				{"applicationId": 47110, "applicationKey": "7kbG7Bk7S9Nt7ZSV", "name": "%s", "description": "%s",
				"status": "active"}
				""".formatted(name, description))));
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
