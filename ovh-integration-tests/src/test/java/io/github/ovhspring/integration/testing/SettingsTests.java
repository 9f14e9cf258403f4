package io.github.ovhspring.integration.testing;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.SimulatedAuthentication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(properties = "ovh.clients.robot.concurrency=4")
@EnableOvhSimulator(https = true, account = true, authentication = SimulatedAuthentication.APPLICATION_KEYS,
		clients = @EnableOvhSimulator.Client(name = "robot", authentication = SimulatedAuthentication.SERVICE_ACCOUNT))
class SettingsTests {

	@Test
	void whenNoCustomerIsConnectedThenSaysSo(@Autowired Billing billing) {
		assertThatExceptionOfType(MissingConsumerKeyException.class).isThrownBy(billing::customer);
	}

	@Test
	void whenItsTokenIsRevokedThenTheRobotGetsAnother(OvhSimulator ovh,
			@Autowired @Qualifier("robot") OvhClient robot) {
		Billing billing = new Billing(robot);
		assertThat(billing.bills()).hasSize(28);
		ovh.client("robot").serviceAccount().revokeTokens();
		assertThat(billing.customer()).isEqualTo("al4711-ovh");
	}

}
