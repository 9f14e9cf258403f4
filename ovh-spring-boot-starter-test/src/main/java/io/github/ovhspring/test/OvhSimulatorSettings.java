package io.github.ovhspring.test;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@link EnableOvhSimulator @EnableOvhSimulator} says.
 *
 * @param https whether the simulator speaks HTTPS
 * @param authentication how clients authenticate
 * @param named how clients authenticate that differ, by name
 */
record OvhSimulatorSettings(boolean https, SimulatedAuthentication authentication,
		Map<String, SimulatedAuthentication> named) {

	static OvhSimulatorSettings of(EnableOvhSimulator enabled) {
		return new OvhSimulatorSettings(enabled.https(), enabled.authentication(), Arrays.stream(enabled.clients())
			.collect(Collectors.toMap(EnableOvhSimulator.Client::name, EnableOvhSimulator.Client::authentication)));
	}

	OvhSimulator start() {
		OvhSimulatorBuilder builder = OvhSimulator.builder();
		return (this.https ? builder.https() : builder).start();
	}

}
