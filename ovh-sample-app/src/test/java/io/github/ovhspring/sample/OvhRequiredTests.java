package io.github.ovhspring.sample;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OvhRequired}.
 */
class OvhRequiredTests {

	@Test
	void whenNoAccountIsConfiguredThenSaysWhatToSet() {
		new ApplicationContextRunner().withBean(OvhRequired.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(FailureAnalyzedException.class,
						(ex) -> assertThat(ex.analysis().getAction()).contains("OVH_APPLICATION_KEY", "test-run")));
	}

}
