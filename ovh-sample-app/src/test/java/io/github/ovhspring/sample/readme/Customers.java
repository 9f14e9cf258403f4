package io.github.ovhspring.sample.readme;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.consumerkey.AccessRights;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/**
 * Authentication as the documentation shows it.
 */
final class Customers {

	private Customers() {
	}

	static OvhClient connect(OvhClient ovh) {
		ConsumerKeyRequest request = ConsumerKeyRequest.builder()
			.readOnly("/me")
			.recursive(AccessRights.READ_WRITE, "/domain")
			.rule(HttpMethod.POST, "/sms/*")
			.redirection("https://app.example.com/ovh/callback")
			.allowedIps("192.0.2.0/24")
			.build();
		PendingConsumerKey pending = ovh.requestConsumerKey(request);
		OvhClient customer = ovh.withConsumerKey(pending.consumerKey());
		return customer;
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class VaultConfiguration {

		@Bean
		OvhCredentialsProvider ovhCredentials(Vault vault) {
			return () -> OvhCredentials.applicationKeys(vault.read("ovh/key"), vault.read("ovh/secret"),
					vault.read("ovh/consumer"));
		}

	}

	/**
	 * Store of secrets.
	 */
	interface Vault {

		String read(String path);

	}

}
