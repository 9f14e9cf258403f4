package io.github.ovhspring.client;

import java.time.Instant;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.auth.ServerClock;
import io.github.ovhspring.auth.SigningInterceptor;

import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;

/**
 * What clients of one application share: HTTP client, converters, rules for paths, clock.
 */
final class OvhTransport {

	private final DefaultOvhClientBuilder settings;

	private final OvhUriBuilderFactory uris;

	private final CallObserver observer;

	private final ResponseErrors errors;

	private final SigningInterceptor signer;

	private final RestClient restClient;

	OvhTransport(DefaultOvhClientBuilder settings) {
		this.settings = settings;
		this.uris = new OvhUriBuilderFactory(settings.endpoint());
		this.errors = new ResponseErrors(settings.maxResponseSize());
		this.observer = new CallObserver(settings.name());
		RestClient.Builder builder = settings.restClient();
		TokenEndpoint tokens = new TokenEndpoint(
				builder.clone().requestInterceptor(this.observer).requestInterceptor(this.errors).build(),
				settings.tokenUri());
		ServerClock clock = new ServerClock(() -> serverTime(settings.credentials()));
		this.signer = new SigningInterceptor(settings.credentials(), settings.endpoint().uri(), clock, tokens,
				settings.maxResponseSize());
		configure(builder);
		this.restClient = builder.build();
	}

	void configure(RestClient.Builder builder) {
		// The order counts: only what the signature comes after is signed.
		builder.uriBuilderFactory(this.uris)
			.requestInterceptor(this.observer)
			.requestInterceptor(this.errors)
			.requestInterceptor(this.signer)
			.defaultStatusHandler(ResponseErrors::isError, ResponseErrors::raise);
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
