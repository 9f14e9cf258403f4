package io.github.ovhspring.sample.readme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/**
 * Calls that the page on many calls shows.
 */
final class ManyCalls {

	private static final Logger log = LoggerFactory.getLogger(ManyCalls.class);

	private ManyCalls() {
	}

	static List<Bill> bills(OvhClient ovh, LocalDate since) {
		List<String> ids = ovh.get("/me/bill").query("date.from", since).asList(String.class);
		List<Bill> bills = ovh.getAll("/me/bill/{id}", ids, Bill.class);
		return bills;
	}

	static List<Bill> archive(OvhClient ovh, List<String> ids) {
		List<Bill> archive = new ArrayList<>();
		for (OvhResult<Bill> result : ovh.getAllSettled("/me/bill/{id}", ids, Bill.class)) {
			if (result.isSuccess()) {
				archive.add(result.orElseThrow());
			}
			else {
				log.warn("Bill {} is left out", result.id(), result.failure());
			}
		}
		return archive;
	}

	static Optional<Policy> policy(OvhClient ovh, String name) {
		Optional<Policy> policy = ovh.get("/v2/iam/policy")
			.pageSize(100)
			.stream(Policy.class)
			.filter((each) -> each.name().equals(name))
			.findFirst();
		return policy;
	}

	record Bill(String billId) {
	}

	record Policy(String name) {
	}

	@Configuration(proxyBeanMethods = false)
	static class TenantConfiguration {

		@Bean
		TaskDecorator tenantDecorator() {
			return (task) -> {
				String tenant = Tenant.current();
				return () -> Tenant.run(tenant, task);
			};
		}

	}

	static final class Tenant {

		private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

		private Tenant() {
		}

		static String current() {
			String tenant = CURRENT.get();
			return (tenant != null) ? tenant : "none";
		}

		static void run(String tenant, Runnable task) {
			CURRENT.set(tenant);
			try {
				task.run();
			}
			finally {
				CURRENT.remove();
			}
		}

	}

}
