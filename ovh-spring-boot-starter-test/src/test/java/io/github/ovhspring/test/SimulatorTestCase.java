package io.github.ovhspring.test;

import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.AfterEach;

/**
 * Base of tests that call a simulator as an application does.
 */
public abstract class SimulatorTestCase {

	protected final OvhSimulator simulator = OvhSimulator.start();

	protected final OvhClient ovh = OvhClient.builder()
		.endpoint(this.simulator.endpoint())
		.credentials(this.simulator.connectionDetails().getCredentials())
		.build();

	@AfterEach
	protected final void close() {
		this.simulator.close();
	}

}
