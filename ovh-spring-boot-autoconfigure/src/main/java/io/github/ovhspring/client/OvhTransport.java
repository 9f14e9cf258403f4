package io.github.ovhspring.client;

import java.time.Instant;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.auth.ServerClock;
import io.github.ovhspring.auth.SigningInterceptor;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
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
		ClientHttpRequestFactory requestFactory = settings.requestFactory();
		ResponseErrors errors = new ResponseErrors(settings.maxResponseSize());
		ServerClock clock = new ServerClock(() -> serverTime(settings.credentials()));
		TokenEndpoint tokens = new TokenEndpoint(settings.restClient(requestFactory).requestInterceptor(errors).build(),
				settings.tokenUri());
		// The order counts: only what the signature comes after is signed.
		this.restClient = settings.restClient(requestFactory)
			.uriBuilderFactory(this.uris)
			.requestInterceptor(errors)
			.requestInterceptor(new SigningInterceptor(settings.credentials(), settings.endpoint().uri(), clock, tokens,
					settings.maxResponseSize()))
			.defaultStatusHandler(ResponseErrors::isError, ResponseErrors::raise)
			.build();
	}

	DefaultOvhRequest request(OvhCredentialsProvider credentials, HttpMethod method, String path,
			Object... uriVariables) {
		RestClient.RequestBodyUriSpec spec = this.restClient.method(method);
		spec.attribute(SigningInterceptor.CREDENTIALS_ATTRIBUTE, credentials);
		return new DefaultOvhRequest(spec, this.uris, path, PathTemplate.expand(path, uriVariables));
	}

	Instant serverTime(OvhCredentialsProvider credentials) {
		return request(credentials, HttpMethod.GET, "/auth/time").unauthenticated()
			.read((seconds) -> Instant.ofEpochSecond(Long.parseLong(seconds)));
	}

	/**
	 * Return the {@code RestClient} underneath, signing by the given credentials.
	 */
	RestClient restClient(OvhCredentialsProvider credentials) {
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
