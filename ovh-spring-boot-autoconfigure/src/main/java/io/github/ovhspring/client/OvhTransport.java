package io.github.ovhspring.client;

import java.time.Instant;
import java.util.List;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.ServerClock;
import io.github.ovhspring.auth.SigningInterceptor;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/**
 * What clients of one application share: HTTP client, converters, rules for paths, clock.
 */
final class OvhTransport {

	private final DefaultOvhClientBuilder settings;

	private final OvhUriBuilderFactory uris;

	private final RestClient restClient;

	OvhTransport(DefaultOvhClientBuilder settings) {
		this.settings = settings;
		this.uris = new OvhUriBuilderFactory(settings.endpoint());
		ServerClock clock = new ServerClock(() -> serverTime(settings.credentials()));
		// The order counts: only what the signature comes after is signed.
		List<ClientHttpRequestInterceptor> interceptors = List.of(new ResponseErrors(settings.maxResponseSize()),
				new SigningInterceptor(settings.credentials(), settings.endpoint().uri(), clock,
						settings.maxResponseSize()));
		this.restClient = settings.restClient()
			.uriBuilderFactory(this.uris)
			.requestInterceptors((list) -> list.addAll(interceptors))
			.defaultStatusHandler(ResponseErrors::isError, ResponseErrors::raise)
			.build();
	}

	DefaultOvhRequest request(OvhCredentials credentials, HttpMethod method, String path, Object... uriVariables) {
		RestClient.RequestBodyUriSpec spec = this.restClient.method(method);
		spec.attribute(SigningInterceptor.CREDENTIALS_ATTRIBUTE, credentials);
		return new DefaultOvhRequest(spec, this.uris, path, PathTemplate.expand(path, uriVariables));
	}

	Instant serverTime(OvhCredentials credentials) {
		return request(credentials, HttpMethod.GET, "/auth/time").unauthenticated()
			.read((seconds) -> Instant.ofEpochSecond(Long.parseLong(seconds)));
	}

	/**
	 * Return the {@code RestClient} underneath, signing by the given credentials.
	 */
	RestClient restClient(OvhCredentials credentials) {
		if (credentials == this.settings.credentials()) {
			return this.restClient;
		}
		return this.restClient.mutate()
			.defaultRequest((request) -> request.attribute(SigningInterceptor.CREDENTIALS_ATTRIBUTE, credentials))
			.build();
	}

	DefaultOvhClientBuilder settings() {
		return this.settings;
	}

}
