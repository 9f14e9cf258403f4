package io.github.ovhspring.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.client.OvhRestClientConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Ways to call {@code GET /me} and read the answer.
 */
enum Caller {

	/** The JDK's HTTP client and Jackson, without Spring and without a signature. */
	HTTP_CLIENT {
		@Override
		Callable<Nichandle> call(String url, Transport transport) {
			HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
			HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/me")).timeout(READ_TIMEOUT).build();
			JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
			return () -> json.readValue(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body(),
					Nichandle.class);
		}
	},

	/** A {@code RestClient}, without a signature. */
	REST_CLIENT {
		@Override
		Callable<Nichandle> call(String url, Transport transport) {
			RestClient client = restClient(url, transport).build();
			return () -> Objects.requireNonNull(client.get().uri("/me").retrieve().body(Nichandle.class));
		}
	},

	/** A {@code RestClient} with the least interceptor that signs. */
	INTERCEPTOR {
		@Override
		Callable<Nichandle> call(String url, Transport transport) {
			RestClient client = restClient(url, transport).requestInterceptor(new LeastSigner()).build();
			return () -> Objects.requireNonNull(client.get().uri("/me").retrieve().body(Nichandle.class));
		}
	},

	OVH_CLIENT {
		@Override
		Callable<Nichandle> call(String url, Transport transport) {
			OvhClient client = client(url, transport);
			return () -> client.get("/me").as(Nichandle.class);
		}
	},

	/** An HTTP service interface on an {@link OvhClient}. */
	INTERFACE {
		@Override
		Callable<Nichandle> call(String url, Transport transport) {
			OvhClient client = client(url, transport);
			HttpServiceProxyFactory.Builder proxies = HttpServiceProxyFactory
				.builderFor(RestClientAdapter.create(client.restClient()));
			OvhRestClientConfigurer.of(client).orElseThrow().configure(proxies);
			Me me = proxies.build().createClient(Me.class);
			return me::me;
		}
	};

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(180);

	/**
	 * Return a call.
	 * @param url the address of the API
	 * @param transport the HTTP client that Spring uses
	 */
	abstract Callable<Nichandle> call(String url, Transport transport);

	private static RestClient.Builder restClient(String url, Transport transport) {
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
		return RestClient.builder().requestFactory(transport.builder().build(settings)).baseUrl(url);
	}

	static OvhClient client(String url, Transport transport) {
		return OvhClient.builder()
			.endpoint(url)
			.credentials(OvhCredentials.applicationKeys("a".repeat(16), "s".repeat(32), "c".repeat(32)))
			.requestFactoryBuilder(transport.builder())
			.concurrency(32)
			.build();
	}

	interface Me {

		@GetExchange("/me")
		Nichandle me();

	}

}
