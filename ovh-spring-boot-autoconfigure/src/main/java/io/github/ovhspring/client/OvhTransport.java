package io.github.ovhspring.client;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.auth.ServerClock;
import io.github.ovhspring.auth.SigningInterceptor;
import io.github.ovhspring.retry.RetryInterceptor;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

/**
 * What clients of one application share: HTTP client, converters, rules for paths, clock
 * and threads.
 */
final class OvhTransport {

	// What is later could not be counted on from.
	private static final Instant LATEST_TIME = Instant.parse("9999-01-01T00:00:00Z");

	private final DefaultOvhClientBuilder settings;

	private final OvhUriBuilderFactory uris;

	private final CallObserver observer;

	private final ResponseErrors errors;

	private final HeaderRules headers = new HeaderRules();

	private final RetryInterceptor retries;

	private final SigningInterceptor signer;

	private final RestClient restClient;

	private final CallThreads threads;

	private final List<AutoCloseable> closeables = new CopyOnWriteArrayList<>();

	OvhTransport(DefaultOvhClientBuilder settings) {
		this.settings = settings;
		this.uris = new OvhUriBuilderFactory(settings.endpoint());
		this.errors = new ResponseErrors(settings.maxResponseSize());
		this.observer = new CallObserver(settings.name());
		RestClient.Builder builder = settings.restClient(requestFactory(HttpClientSettings.defaults()));
		this.retries = settings.retries();
		TokenEndpoint tokens = new TokenEndpoint(
				builder.clone().requestInterceptors(this::outermost).requestInterceptor(this.headers).build(),
				settings.tokenUri());
		ServerClock clock = new ServerClock(() -> serverTime(settings.credentials()));
		this.signer = new SigningInterceptor(settings.credentials(), settings.endpoint().uri(), clock, tokens,
				settings.maxResponseSize());
		configure(builder);
		this.restClient = builder.build();
		this.threads = settings.callThreads();
	}

	void configure(RestClient.Builder builder) {
		// The order counts: only what the signature comes after is signed, and only what
		// comes after the retries is done anew for each attempt.
		builder.uriBuilderFactory(this.uris)
			.requestInterceptors(this::outermost)
			.requestInterceptor(this.headers)
			.requestInterceptor(this.signer)
			.defaultStatusHandler(ResponseErrors::isError, ResponseErrors::raise);
	}

	private void outermost(List<ClientHttpRequestInterceptor> interceptors) {
		interceptors.addAll(0, List.of(this.observer, this.errors, this.retries));
	}

	DefaultOvhRequest request(OvhCredentialsProvider credentials, HttpMethod method, String path,
			Object... uriVariables) {
		return expanded(credentials, method, path, PathTemplate.expand(path, uriVariables));
	}

	private DefaultOvhRequest expanded(OvhCredentialsProvider credentials, HttpMethod method, String template,
			String path) {
		RestClient.RequestBodyUriSpec spec = this.restClient.method(method);
		spec.attribute(SigningInterceptor.CREDENTIALS_ATTRIBUTE, credentials);
		return new DefaultOvhRequest(spec, this.uris, template, path);
	}

	/**
	 * Send a {@code GET} for each id, several at once, and return what is made of each of
	 * them. Ids that make the same path are one call.
	 */
	<R> List<R> each(OvhCredentialsProvider credentials, String path, Collection<?> ids,
			Function<OvhRequest, R> answer) {
		Assert.isTrue(StringUtils.countOccurrencesOf(path, "{") == 1,
				() -> "Path '" + path + "' must have one placeholder, such as '{id}': each id goes there in its turn");
		this.uris.uri(PathTemplate.expand(path, "id"));
		List<String> paths = ids.stream().map((id) -> PathTemplate.expand(path, (Object) id)).toList();
		return FanOut.run(this.threads, "GET " + path, paths,
				(each) -> answer.apply(expanded(credentials, HttpMethod.GET, path, each)));
	}

	Instant serverTime(OvhCredentialsProvider credentials) {
		return request(credentials, HttpMethod.GET, "/auth/time").unauthenticated().read(OvhTransport::instant);
	}

	private static Instant instant(String seconds) {
		Instant time = Instant.ofEpochSecond(Long.parseLong(seconds));
		Assert.isTrue(!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST_TIME), "That is no time of our age");
		return time;
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

	/**
	 * Make an HTTP client, by settings that win over those of this one.
	 */
	ClientHttpRequestFactory requestFactory(HttpClientSettings others) {
		return this.settings.requestFactory(others, this.closeables::add);
	}

	/**
	 * Close the HTTP clients that can be closed: their connections, and Jetty's threads.
	 * One that fails does not keep the others open.
	 */
	void close() throws Exception {
		Exception failure = null;
		for (AutoCloseable closeable : this.closeables) {
			try {
				closeable.close();
			}
			catch (Exception ex) {
				if (failure == null) {
					failure = ex;
				}
				else {
					failure.addSuppressed(ex);
				}
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	DefaultOvhClientBuilder settings() {
		return this.settings;
	}

}
