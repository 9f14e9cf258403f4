package io.github.ovhspring.sample;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * Runs the sample against the simulated API, with a made-up account.
 */
public final class TestSampleApplication {

	private TestSampleApplication() {
	}

	/**
	 * Run the application.
	 * @param args its arguments
	 */
	public static void main(String[] args) {
		SpringApplication.from(SampleApplication::main).with(Simulated.class).run(args);
	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableOvhSimulator
	static class Simulated {

		Simulated(OvhSimulator ovh) {
			SimulatedAccount.open(ovh);
		}

	}

}
