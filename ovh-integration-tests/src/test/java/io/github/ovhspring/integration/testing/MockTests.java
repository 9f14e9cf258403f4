package io.github.ovhspring.integration.testing;

import io.github.ovhspring.client.OvhClient;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class MockTests {

	@Test
	void shouldKnowTheCustomer() {
		OvhClient ovh = mock(Answers.RETURNS_DEEP_STUBS);
		given(ovh.get("/me").as(Billing.Customer.class)).willReturn(new Billing.Customer("jd1-ovh"));
		assertThat(new Billing(ovh).customer()).isEqualTo("jd1-ovh");
	}

}
