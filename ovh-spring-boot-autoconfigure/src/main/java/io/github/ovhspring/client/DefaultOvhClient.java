package io.github.ovhspring.client;

import java.time.Instant;
import java.util.List;

import io.github.ovhspring.auth.ServerClock;
import io.github.ovhspring.auth.SigningInterceptor;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/**
 * Default {@link OvhClient}.
 */
final class DefaultOvhClient implements OvhClient {

	private final DefaultOvhClientBuilder settings;

	private final OvhUriBuilderFactory uris;

	private final RestClient restClient;

	DefaultOvhClient(DefaultOvhClientBuilder settings) {
		this.settings = settings;
		this.uris = new OvhUriBuilderFactory(settings.endpoint());
		ResponseErrors errors = new ResponseErrors(settings.maxResponseSize());
		List<ClientHttpRequestInterceptor> interceptors = List.of(errors, new SigningInterceptor(settings.credentials(),
				settings.endpoint().uri(), new ServerClock(this::serverTime), settings.maxResponseSize()));
		this.restClient = settings.restClient()
			.uriBuilderFactory(this.uris)
			.requestInterceptors((list) -> list.addAll(interceptors))
			.defaultStatusHandler(ResponseErrors::isError, ResponseErrors::raise)
			.build();
	}

	@Override
	public OvhRequest method(HttpMethod method, String path, Object... uriVariables) {
		return request(method, path, uriVariables);
	}

	private DefaultOvhRequest request(HttpMethod method, String path, Object... uriVariables) {
		return new DefaultOvhRequest(this.restClient.method(method), this.uris, path,
				PathTemplate.expand(path, uriVariables));
	}

	@Override
	public Instant serverTime() {
		return request(HttpMethod.GET, "/auth/time").unauthenticated()
			.<Long, Instant>required(Long.class, Instant::ofEpochSecond);
	}

	@Override
	public OvhEndpoint endpoint() {
		return this.settings.endpoint();
	}

	@Override
	public RestClient restClient() {
		return this.restClient;
	}

	@Override
	public Builder mutate() {
		return new DefaultOvhClientBuilder(this.settings);
	}

	@Override
	public String toString() {
		return "OvhClient for " + endpoint() + " with " + this.settings.credentials();
	}

}
