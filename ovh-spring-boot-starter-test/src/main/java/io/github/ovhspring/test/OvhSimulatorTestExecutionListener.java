package io.github.ovhspring.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Resets the simulator after each test.
 */
final class OvhSimulatorTestExecutionListener implements TestExecutionListener {

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()
				&& TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), EnableOvhSimulator.class)) {
			testContext.getApplicationContext().getBeanProvider(OvhSimulator.class).forEach(OvhSimulator::reset);
		}
	}

}
