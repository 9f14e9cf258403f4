package io.github.ovhspring.sample.readme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;

/**
 * Calls that the README shows.
 */
final class Calls {

	private static final Logger log = LoggerFactory.getLogger(Calls.class);

	private Calls() {
	}

	static List<Object> forms(OvhClient ovh, String id) {
		Bill bill = ovh.get("/me/bill/{id}", id).as(Bill.class);
		List<String> ids = ovh.get("/me/bill").query("date.from", LocalDate.of(2026, 1, 1)).asList(String.class);
		Optional<Bill> maybe = ovh.get("/me/bill/{id}", id).asOptional(Bill.class);
		ResponseEntity<Bill> whole = ovh.get("/me/bill/{id}", id).asEntity(Bill.class);
		ovh.put("/me").body(Map.of("city", "Roubaix")).send();
		return List.of(bill, ids, maybe, whole);
	}

	static void reboot(OvhClient ovh, String name) {
		try {
			ovh.post("/dedicated/server/{name}/reboot", name).send();
		}
		catch (OvhApiException.NotGrantedCall ex) {
			log.warn("The consumer key has no rule for {} {}", ex.method(), ex.path());
		}
	}

	record Bill(String billId) {
	}

}
