package io.github.ovhspring.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.retry.RetryInterceptor;
import io.github.ovhspring.retry.RetrySettings;
import io.github.ovhspring.retry.RetryTimer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.core.task.TaskDecorator;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * Default {@link OvhClient.Builder}.
 */
final class DefaultOvhClientBuilder implements OvhClient.Builder {

	private String name = "default";

	private OvhEndpoint endpoint = OvhEndpoint.OVH_EU;

	private OvhCredentialsProvider credentials = OvhCredentials.anonymous();

	// python-ovh and go-ovh wait as long: some calls are slow.
	private HttpClientSettings settings = HttpClientSettings.defaults()
		.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(180));

	private ClientHttpRequestFactoryBuilder<?> requestFactoryBuilder = ClientHttpRequestFactoryBuilder.detect();

	private DataSize maxResponseSize = DataSize.ofMegabytes(16);

	private RetrySettings retries = RetrySettings.DEFAULT;

	private RetryTimer retryTimer = RetryTimer.SYSTEM;

	private @Nullable URI tokenUri;

	private int concurrency = 16;

	private boolean virtualThreads;

	private TaskDecorator taskDecorator = (task) -> task;

	private final List<Consumer<RestClient.Builder>> configurers = new ArrayList<>();

	DefaultOvhClientBuilder() {
	}

	DefaultOvhClientBuilder(DefaultOvhClientBuilder other) {
		this.name = other.name;
		this.endpoint = other.endpoint;
		this.credentials = other.credentials;
		this.settings = other.settings;
		this.requestFactoryBuilder = other.requestFactoryBuilder;
		this.maxResponseSize = other.maxResponseSize;
		this.retries = other.retries;
		this.retryTimer = other.retryTimer;
		this.tokenUri = other.tokenUri;
		this.concurrency = other.concurrency;
		this.virtualThreads = other.virtualThreads;
		this.taskDecorator = other.taskDecorator;
		this.configurers.addAll(other.configurers);
	}

	@Override
	public OvhClient.Builder name(String name) {
		Assert.hasText(name, "The name of a client must not be empty");
		this.name = name;
		return this;
	}

	@Override
	public OvhClient.Builder endpoint(OvhEndpoint endpoint) {
		this.endpoint = endpoint;
		return this;
	}

	@Override
	public OvhClient.Builder credentials(OvhCredentialsProvider credentials) {
		this.credentials = credentials;
		return this;
	}

	@Override
	public OvhClient.Builder tokenUri(URI uri) {
		this.tokenUri = OvhEndpoint.checked("Token endpoint", uri);
		return this;
	}

	@Override
	public OvhClient.Builder connectTimeout(Duration timeout) {
		this.settings = this.settings.withConnectTimeout(positive(timeout));
		return this;
	}

	@Override
	public OvhClient.Builder readTimeout(Duration timeout) {
		this.settings = this.settings.withReadTimeout(positive(timeout));
		return this;
	}

	// Zero means "for ever" to most HTTP clients.
	private static Duration positive(Duration timeout) {
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(),
				() -> "Timeout " + timeout + " must be longer than nothing");
		return timeout;
	}

	@Override
	public OvhClient.Builder httpClientSettings(HttpClientSettings settings) {
		this.settings = settings.orElse(this.settings);
		return this;
	}

	@Override
	public OvhClient.Builder requestFactoryBuilder(ClientHttpRequestFactoryBuilder<?> requestFactoryBuilder) {
		this.requestFactoryBuilder = requestFactoryBuilder;
		return this;
	}

	@Override
	public OvhClient.Builder maxResponseSize(DataSize size) {
		Assert.isTrue(size.toBytes() > 0, () -> "Largest response size " + size + " must be more than nothing");
		this.maxResponseSize = size;
		return this;
	}

	@Override
	public OvhClient.Builder maxAttempts(int attempts) {
		this.retries = this.retries.withMaxAttempts(attempts);
		return this;
	}

	@Override
	public OvhClient.Builder retryDelay(Duration initial, Duration max) {
		this.retries = this.retries.withDelays(initial, max);
		return this;
	}

	DefaultOvhClientBuilder retryTimer(RetryTimer timer) {
		this.retryTimer = timer;
		return this;
	}

	@Override
	public OvhClient.Builder concurrency(int calls) {
		Assert.isTrue(calls >= 1, () -> "Concurrency " + calls + " must be at least 1");
		this.concurrency = calls;
		return this;
	}

	@Override
	public OvhClient.Builder virtualThreads(boolean virtualThreads) {
		this.virtualThreads = virtualThreads;
		return this;
	}

	@Override
	public OvhClient.Builder taskDecorator(TaskDecorator taskDecorator) {
		this.taskDecorator = taskDecorator;
		return this;
	}

	@Override
	public OvhClient.Builder configureRestClient(Consumer<RestClient.Builder> configurer) {
		this.configurers.add(configurer);
		return this;
	}

	@Override
	public OvhClient build() {
		return new DefaultOvhClient(new OvhTransport(new DefaultOvhClientBuilder(this)), this.credentials);
	}

	String name() {
		return this.name;
	}

	OvhEndpoint endpoint() {
		return this.endpoint;
	}

	OvhCredentialsProvider credentials() {
		return this.credentials;
	}

	@Nullable URI tokenUri() {
		return (this.tokenUri != null) ? this.tokenUri : this.endpoint.tokenUri();
	}

	long maxResponseSize() {
		return this.maxResponseSize.toBytes();
	}

	RetryInterceptor retries() {
		return new RetryInterceptor(this.retries, this.retryTimer, maxResponseSize());
	}

	CallThreads callThreads() {
		return new CallThreads(this.concurrency, this.virtualThreads, this.taskDecorator);
	}

	/**
	 * Return an HTTP client, made by other settings where those have something to say.
	 * @param closeables takes what has to be closed when nobody needs it any more
	 */
	ClientHttpRequestFactory requestFactory(HttpClientSettings others, Consumer<AutoCloseable> closeables) {
		// A signature is for one URL: whoever sends the call elsewhere sends it in vain.
		HttpClientSettings settings = others.orElse(this.settings).withRedirects(HttpRedirects.DONT_FOLLOW);
		Duration readTimeout = positive(Objects.requireNonNull(settings.readTimeout()));
		positive(Objects.requireNonNull(settings.connectTimeout()));
		ClientHttpRequestFactory requestFactory = HttpClientRules
			.apply(this.requestFactoryBuilder, this.concurrency, readTimeout, closeables)
			.build(settings);
		if (requestFactory instanceof DisposableBean closeable) {
			closeables.accept(closeable::destroy);
		}
		return new TimedRequestFactory(requestFactory, readTimeout, maxResponseSize());
	}

	/**
	 * Return a builder that has what the application sets. What is ours must come after
	 * it.
	 */
	RestClient.Builder restClient(ClientHttpRequestFactory requestFactory) {
		RestClient.Builder builder = RestClient.builder().requestFactory(requestFactory);
		this.configurers.forEach((configurer) -> configurer.accept(builder));
		return builder;
	}

}
