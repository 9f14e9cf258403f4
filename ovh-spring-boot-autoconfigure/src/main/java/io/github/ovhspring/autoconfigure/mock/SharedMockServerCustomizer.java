package io.github.ovhspring.autoconfigure.mock;

import java.util.Map;

import org.springframework.boot.restclient.test.MockServerRestClientCustomizer;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.RequestExpectationManager;
import org.springframework.web.client.RestClient;

/**
 * Binds all {@code RestClient}s to one list of expectations. An {@code OvhClient} and the
 * group that signs by it are two of them, and Spring Boot's mock server is for one.
 */
class SharedMockServerCustomizer extends MockServerRestClientCustomizer {

	SharedMockServerCustomizer(RequestExpectationManager expectations) {
		super(() -> expectations);
	}

	@Override
	public MockRestServiceServer getServer() {
		return getServers().values().stream().findFirst().orElseGet(super::getServer);
	}

	@Override
	public Map<RestClient.Builder, RequestExpectationManager> getExpectationManagers() {
		Map<RestClient.Builder, RequestExpectationManager> all = super.getExpectationManagers();
		return all.isEmpty() ? all : Map.ofEntries(all.entrySet().iterator().next());
	}

}
