package io.github.ovhspring.test;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@link EnableOvhSimulator @EnableOvhSimulator} says.
 *
 * @param https whether the simulator speaks HTTPS
 * @param account whether it answers as the made-up account
 * @param authentication how clients authenticate
 * @param named how clients authenticate that differ, by name
 */
record OvhSimulatorSettings(boolean https, boolean account, SimulatedAuthentication authentication,
		Map<String, SimulatedAuthentication> named) {

	static OvhSimulatorSettings of(EnableOvhSimulator enabled) {
		return new OvhSimulatorSettings(enabled.https(), enabled.account(), enabled.authentication(), Arrays
			.stream(enabled.clients())
			.collect(Collectors.toMap(EnableOvhSimulator.Client::name, EnableOvhSimulator.Client::authentication)));
	}

	OvhSimulator start() {
		OvhSimulatorBuilder builder = OvhSimulator.builder();
		if (this.https) {
			builder.https();
		}
		if (this.account) {
			builder.account();
		}
		return builder.start();
	}

}
