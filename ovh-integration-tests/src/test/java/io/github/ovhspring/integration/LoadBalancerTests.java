package io.github.ovhspring.integration;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.EnableOvhSimulator;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.cloud.client.loadbalancer.LoadBalancerRestClientHttpServiceGroupConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for applications with Spring Cloud LoadBalancer, which takes the hosts of all it
 * can for names of services.
 */
@SpringBootTest(properties = "ovh.clients.canada.endpoint=ovh-ca")
@EnableOvhSimulator
class LoadBalancerTests {

	@Autowired
	OvhSimulator simulator;

	@Test
	void shouldCallTheEndpointByClientAndByGroups(@Autowired OvhClient client, @Autowired MeApi api,
			@Autowired CanadianApi canada) {
		this.simulator.stubFor(get("/1.0/me").willReturn(okJson("\"Ada\"")));
		assertThat(client.get("/me").as(String.class)).isEqualTo("Ada");
		assertThat(api.me()).isEqualTo("\"Ada\"");
		assertThat(canada.me()).isEqualTo("\"Ada\"");
	}

	@Test
	void shouldLeaveOtherGroupsToTheLoadBalancer(@Autowired OtherApi other,
			@Autowired LoadBalancerRestClientHttpServiceGroupConfigurer configurer) {
		assertThat(configurer).isNotNull();
		assertThatIllegalStateException().isThrownBy(other::get).withMessageContaining("No instances available");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "ovh", types = MeApi.class)
	@ImportHttpServices(group = "ovh-canada", types = CanadianApi.class)
	@ImportHttpServices(group = "other", types = OtherApi.class)
	static class App {

		@Bean
		@LoadBalanced
		RestClient.Builder loadBalanced() {
			return RestClient.builder();
		}

	}

	interface MeApi {

		@GetExchange("/me")
		String me();

	}

	interface CanadianApi {

		@GetExchange("/me")
		String me();

	}

	interface OtherApi {

		@GetExchange("/other")
		String get();

	}

}
