package io.github.ovhspring.test.account;

/**
 * What one {@code OvhClient} shows the simulated API: it may go by any of the three.
 *
 * @param application the application that it signs for
 * @param consumerKey the key that it signs with, which is validated and allows every call
 * @param serviceAccount the service account that it gets tokens for
 */
public record SimulatedClient(SimulatedApplication application, SimulatedConsumerKey consumerKey,
		SimulatedServiceAccount serviceAccount) {
}
