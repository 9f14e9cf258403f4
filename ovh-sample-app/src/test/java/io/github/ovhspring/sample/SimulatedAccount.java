package io.github.ovhspring.sample;

import io.github.ovhspring.test.OvhSimulator;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

/**
 * The simulator's account, and applications that may act for it.
 */
final class SimulatedAccount {

	private SimulatedAccount() {
	}

	static void stub(OvhSimulator ovh) {
		ovh.account();
		ovh.stubFor(get("/1.0/auth/currentCredential").willReturn(okJson(credential(81004915))));
		ovh.stubFor(get("/1.0/me/api/credential?status=validated").willReturn(okJson("[81004711, 81004915]")));
		stubApplication(ovh, 81004711, "Inventory", "Lists what we run");
		stubApplication(ovh, 81004915, "Mailer", "Redirects mail");
	}

	private static void stubApplication(OvhSimulator ovh, long id, String name, String description) {
		ovh.stubFor(get("/1.0/me/api/credential/" + id).willReturn(okJson(credential(id))));
		ovh.stubFor(get("/1.0/me/api/credential/" + id + "/application").willReturn(okJson("""
				{"applicationId": 47110, "applicationKey": "7kbG7Bk7S9Nt7ZSV", "name": "%s", "description": "%s",
				"status": "active"}
				""".formatted(name, description))));
	}

	private static String credential(long id) {
		return """
				{"credentialId": %d, "applicationId": 47110, "status": "validated", "allowedIPs": null, "ovhSupport": false,
				"creation": "2026-05-04T09:30:00+02:00", "expiration": null, "lastUse": "2026-11-20T18:02:11+01:00",
				"rules": [{"method": "GET", "path": "/*"}]}
				"""
			.formatted(id);
	}

}
