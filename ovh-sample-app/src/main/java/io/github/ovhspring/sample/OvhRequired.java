package io.github.ovhspring.sample;

import io.github.ovhspring.client.OvhClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.stereotype.Component;

/**
 * Says what to do where no account is configured: the starter alone would start without a
 * client, and this service is nothing without one.
 */
@Component
class OvhRequired {

	OvhRequired(ObjectProvider<OvhClient> client) {
		if (client.getIfAvailable() == null) {
			throw new FailureAnalyzedException("No OVHcloud account is configured.",
					"Set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY, or write an ovh.conf. "
							+ "To see the sample without an account, run it by spring-boot:test-run.");
		}
	}

}
