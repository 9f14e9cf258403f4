package io.github.ovhspring.autoconfigure.service;

import io.github.ovhspring.client.OvhRestClientConfigurer;

import org.springframework.core.Ordered;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Makes our groups call as their {@code OvhClient} does. It comes last, so that what
 * other interceptors change is signed.
 */
class OvhSigningGroupConfigurer implements RestClientHttpServiceGroupConfigurer {

	private static final String LOAD_BALANCER = "org.springframework.cloud.client.loadbalancer.";

	private final OvhGroups ours;

	OvhSigningGroupConfigurer(OvhGroups ours) {
		this.ours = ours;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void configureGroups(Groups<RestClient.Builder> groups) {
		groups.filter(this.ours::contain).forEachGroup(this::configure);
	}

	private void configure(HttpServiceGroup group, RestClient.Builder restClient,
			HttpServiceProxyFactory.Builder proxies) {
		this.ours.client(group).flatMap(OvhRestClientConfigurer::of).ifPresentOrElse((configurer) -> {
			withoutLoadBalancer(restClient);
			configurer.configure(restClient);
			configurer.configure(proxies);
		}, () -> refuse(group, restClient));
	}

	// Spring Cloud takes a group without a base URL for the name of a service.
	private static void withoutLoadBalancer(RestClient.Builder restClient) {
		restClient.requestInterceptors((interceptors) -> interceptors
			.removeIf((interceptor) -> interceptor.getClass().getName().startsWith(LOAD_BALANCER)));
	}

	// The application starts without configuration, and with a mock in place of the
	// client.
	private static void refuse(HttpServiceGroup group, RestClient.Builder restClient) {
		restClient.requestInterceptor((request, body, execution) -> {
			throw new IllegalStateException("HTTP service group '" + group.name()
					+ "' has no OvhClient that could sign its calls: configure one by 'ovh.*'");
		});
	}

}
