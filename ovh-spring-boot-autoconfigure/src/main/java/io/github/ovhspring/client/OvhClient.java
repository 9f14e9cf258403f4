package io.github.ovhspring.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.consumerkey.ApiCredential;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.core.task.TaskDecorator;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * Client of the OVHcloud API. It signs its calls and is immutable and thread-safe.
 * <p>
 * Paths start with {@code /} and are relative to the endpoint; {@code /v1/…} and
 * {@code /v2/…} choose a version. Placeholders such as <code>{id}</code> are filled in
 * order, each value encoded as one segment. Outside placeholders valid percent-encoding
 * is kept, and what a URI may not hold is encoded. A path that would leave the endpoint,
 * or a placeholder without a value, is an {@link IllegalArgumentException} before
 * anything is sent:
 *
 * <pre class="code">
 * Bill bill = ovh.get("/me/bill/{id}", id).as(Bill.class);
 * </pre>
 */
public interface OvhClient {

	/**
	 * Prepare a {@code GET}.
	 * @param path the path of the call
	 * @param uriVariables the values of its placeholders
	 * @return the call
	 */
	default OvhRequest get(String path, Object... uriVariables) {
		return method(HttpMethod.GET, path, uriVariables);
	}

	/**
	 * Prepare a {@code POST}.
	 * @param path the path of the call
	 * @param uriVariables the values of its placeholders
	 * @return the call
	 */
	default OvhRequest post(String path, Object... uriVariables) {
		return method(HttpMethod.POST, path, uriVariables);
	}

	/**
	 * Prepare a {@code PUT}.
	 * @param path the path of the call
	 * @param uriVariables the values of its placeholders
	 * @return the call
	 */
	default OvhRequest put(String path, Object... uriVariables) {
		return method(HttpMethod.PUT, path, uriVariables);
	}

	/**
	 * Prepare a {@code PATCH}.
	 * @param path the path of the call
	 * @param uriVariables the values of its placeholders
	 * @return the call
	 */
	default OvhRequest patch(String path, Object... uriVariables) {
		return method(HttpMethod.PATCH, path, uriVariables);
	}

	/**
	 * Prepare a {@code DELETE}.
	 * @param path the path of the call
	 * @param uriVariables the values of its placeholders
	 * @return the call
	 */
	default OvhRequest delete(String path, Object... uriVariables) {
		return method(HttpMethod.DELETE, path, uriVariables);
	}

	/**
	 * Prepare a call.
	 * @param method the method of the call
	 * @param path the path of the call
	 * @param uriVariables the values of its placeholders
	 * @return the call
	 * @throws IllegalArgumentException if path and values do not make one below the
	 * endpoint
	 */
	OvhRequest method(HttpMethod method, String path, Object... uriVariables);

	/**
	 * Send one {@code GET} for each id, several of them at once (see
	 * {@link Builder#concurrency}):
	 *
	 * <pre class="code">
	 * List&lt;String&gt; ids = ovh.get("/me/bill").asList(String.class);
	 * List&lt;Bill&gt; bills = ovh.getAll("/me/bill/{id}", ids, Bill.class);
	 * </pre>
	 *
	 * The first call that fails ends the others: none is sent any more, those in flight
	 * are interrupted, and what the call threw is thrown at once. If the calling thread
	 * is interrupted, a {@link org.springframework.web.client.ResourceAccessException} is
	 * thrown in the same way, and the thread stays interrupted. Where an HTTP client
	 * cannot be interrupted, which is so for HttpComponents and {@code HttpURLConnection}
	 * on platform threads, nobody waits for it. An id that is there twice is asked for
	 * once.
	 * @param <T> the type of an answer
	 * @param path the path of the calls, with one placeholder
	 * @param ids the values for the placeholder, any number of them
	 * @param type the type of an answer
	 * @return the answers, in the order of the ids
	 * @throws IllegalArgumentException if the path has not one placeholder, or if it does
	 * not make a path below the endpoint with each of the ids. Then nothing was sent
	 */
	<T> List<T> getAll(String path, Collection<?> ids, Class<T> type);

	/**
	 * Do as {@link #getAll} does, but send every call, whatever becomes of the others.
	 * @param <T> the type of an answer
	 * @param path the path of the calls, with one placeholder
	 * @param ids the values for the placeholder, any number of them
	 * @param type the type of an answer
	 * @return an answer or a failure for each of the ids, in their order
	 * @throws IllegalArgumentException if the path has not one placeholder, or if it does
	 * not make a path below the endpoint with each of the ids. Then nothing was sent
	 */
	<T> List<OvhResult<T>> getAllSettled(String path, Collection<?> ids, Class<T> type);

	/**
	 * Ask for a consumer key, by {@code POST /auth/credential}, unsigned. This client
	 * stays as it is: {@link #withConsumerKey} makes one for the new key.
	 * @param request what to ask for
	 * @return the key and the page where the customer validates it
	 * @throws IllegalStateException if this client has no application key
	 */
	PendingConsumerKey requestConsumerKey(ConsumerKeyRequest request);

	/**
	 * Return what the consumer key of this client allows, by
	 * {@code GET /auth/currentCredential}.
	 * @return the credential
	 */
	ApiCredential currentCredential();

	/**
	 * Return a client of the same application for another customer. It shares HTTP
	 * client, clock and {@linkplain Builder#concurrency concurrency} with this one and
	 * costs next to nothing, so that it need not be kept.
	 * @param consumerKey the customer's key
	 * @return the customer's client
	 * @throws IllegalArgumentException if the key is empty or cannot be one
	 * @throws IllegalStateException if this client has no application key
	 */
	OvhClient withConsumerKey(String consumerKey);

	/**
	 * Ask the API for its time, by {@code GET /auth/time}, unsigned.
	 * @return the API's time, in whole seconds
	 */
	Instant serverTime();

	/**
	 * Return what this client talks to.
	 * @return the endpoint
	 */
	OvhEndpoint endpoint();

	/**
	 * Return the {@link RestClient} underneath, for all that this interface does not
	 * cover. It signs its calls, takes the same paths and throws the same exceptions.
	 * Interceptors that are added to a {@linkplain RestClient#mutate() mutated} one come
	 * after the signature and must not change URI or body any more:
	 * {@link Builder#configureRestClient} adds them before it.
	 * @return the signing client
	 */
	RestClient restClient();

	/**
	 * Return a builder with the settings of this client.
	 * @return the builder
	 */
	Builder mutate();

	/**
	 * Return a builder for a client of endpoint {@link OvhEndpoint#OVH_EU} without
	 * credentials.
	 * @return the builder
	 */
	static Builder builder() {
		return new DefaultOvhClientBuilder();
	}

	/**
	 * Builder of an {@link OvhClient}. Not thread-safe.
	 */
	interface Builder {

		/**
		 * Set the name by which metrics, traces and logs tell clients apart,
		 * {@code default} if not set.
		 * @param name the name
		 * @return this builder
		 * @throws IllegalArgumentException if it is empty
		 */
		Builder name(String name);

		/**
		 * Set the endpoint.
		 * @param nameOrUrl a name such as {@code ovh-eu}, or a URL
		 * @return this builder
		 * @throws IllegalArgumentException if it is neither
		 */
		default Builder endpoint(String nameOrUrl) {
			return endpoint(OvhEndpoint.of(nameOrUrl));
		}

		/**
		 * Set the endpoint.
		 * @param endpoint the endpoint
		 * @return this builder
		 */
		Builder endpoint(OvhEndpoint endpoint);

		/**
		 * Set what to sign with.
		 * @param credentials the credentials, which do not change, or a source of those
		 * that do
		 * @return this builder
		 */
		Builder credentials(OvhCredentialsProvider credentials);

		/**
		 * Set where service accounts get their tokens, in place of the token endpoint
		 * that is known for the endpoint.
		 * @param uri the token endpoint
		 * @return this builder
		 * @throws IllegalArgumentException if it is not an {@code https://} URL
		 * ({@code http://} for loopback)
		 */
		Builder tokenUri(URI uri);

		/**
		 * Set how long to wait for a connection, 5 seconds if not set.
		 * @param timeout the time
		 * @return this builder
		 * @throws IllegalArgumentException if it is zero or less
		 */
		Builder connectTimeout(Duration timeout);

		/**
		 * Set how long to wait for an answer, 180 seconds if not set, since some calls
		 * are slow. The body of it may take that long once more.
		 * @param timeout the time
		 * @return this builder
		 * @throws IllegalArgumentException if it is zero or less
		 */
		Builder readTimeout(Duration timeout);

		/**
		 * Set further settings of the HTTP client, such as an SSL bundle. Timeouts that
		 * they do not have stay as they are, and redirects are never followed.
		 * @param settings the settings
		 * @return this builder
		 */
		Builder httpClientSettings(HttpClientSettings settings);

		/**
		 * Set which HTTP client sends the calls, the one that Spring Boot finds on the
		 * class path if not set.
		 * @param requestFactoryBuilder makes the HTTP client
		 * @return this builder
		 */
		Builder requestFactoryBuilder(ClientHttpRequestFactoryBuilder<?> requestFactoryBuilder);

		/**
		 * Set the largest answer that is read, 16 MB if not set.
		 * @param size the size
		 * @return this builder
		 */
		Builder maxResponseSize(DataSize size);

		/**
		 * Set how often a call is sent at most, 3 times if not set, 1 for no retries. A
		 * call whose connection was never made is sent again, and so is a {@code GET} or
		 * {@code HEAD} after status 408, 429, 502, 503 or 504, or an I/O error, unless
		 * very many of them fail. What was refused for its timestamp or its token is sent
		 * once more in any case.
		 * @param attempts the number of attempts
		 * @return this builder
		 * @throws IllegalArgumentException if it is less than 1
		 */
		Builder maxAttempts(int attempts);

		/**
		 * Set how long to wait between attempts, from 200 milliseconds to 5 seconds if
		 * not set. Each wait is a random one up to a limit, which doubles with each
		 * attempt; it is longer where the API asks for that, up to 30 seconds.
		 * @param initial the limit of the first wait
		 * @param max the largest limit
		 * @return this builder
		 * @throws IllegalArgumentException if the first is negative, or longer than the
		 * other
		 */
		Builder retryDelay(Duration initial, Duration max);

		/**
		 * Set how many calls {@link OvhClient#getAll} has in flight at once, 16 if not
		 * set. Clients of one application, made by {@link OvhClient#withConsumerKey},
		 * share this number: a {@code getAll} that comes when others use it up goes on
		 * one call after the other, on the thread of its caller. HttpComponents and Jetty
		 * are told to open as many connections as that takes; Reactor's pool of 500 is
		 * left as it is.
		 * @param calls the number of calls
		 * @return this builder
		 * @throws IllegalArgumentException if it is less than 1
		 */
		Builder concurrency(int calls);

		/**
		 * Set whether {@link OvhClient#getAll} calls on virtual threads, which takes Java
		 * 21: on older ones {@link #build} throws an
		 * {@link UnsupportedOperationException} then. Not so if not set.
		 * @param virtualThreads whether threads are virtual
		 * @return this builder
		 */
		Builder virtualThreads(boolean virtualThreads);

		/**
		 * Set what carries the context of the thread that calls {@link OvhClient#getAll},
		 * such as its MDC, to those that send the calls. It decorates the work of each of
		 * these threads, which is one call after the other. Nothing is carried if not
		 * set.
		 * @param taskDecorator decorates what a thread does, and has to run it
		 * @return this builder
		 */
		Builder taskDecorator(TaskDecorator taskDecorator);

		/**
		 * Configure the {@link RestClient} underneath, as often as needed. What is set
		 * here comes before the client's own settings: base URL, signature and errors
		 * stay as they are.
		 * @param configurer does the configuration
		 * @return this builder
		 */
		Builder configureRestClient(Consumer<RestClient.Builder> configurer);

		/**
		 * Build the client.
		 * @return the client
		 */
		OvhClient build();

	}

}
