package io.github.ovhspring.integration.testing;

import java.util.List;

import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@EnableOvhSimulator
class PagingTests {

	@Test
	void shouldReadAllPages(OvhSimulator ovh, @Autowired Billing billing) {
		List<Policy> policies = List.of(new Policy("1", "read"), new Policy("2", "write"), new Policy("3", "pay"));
		ovh.collection("/v2/iam/policy", "id", policies).pageSize(2);
		assertThat(billing.policies()).containsExactly("read", "write", "pay");
		ovh.verify(2, getRequestedFor(urlEqualTo("/v2/iam/policy")));
	}

}
