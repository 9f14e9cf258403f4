package io.github.ovhspring.auth;

import java.io.IOException;
import java.net.URI;

import io.github.ovhspring.auth.OvhCredentials.ApplicationKeys;
import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.BufferedResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Signs calls to the OVHcloud API. It has to be the last interceptor, so that what it
 * signs is what is sent.
 */
public final class SigningInterceptor implements ClientHttpRequestInterceptor {

	/**
	 * Request attribute that keeps a call from being signed when it is
	 * {@link Boolean#TRUE}.
	 */
	public static final String UNAUTHENTICATED_ATTRIBUTE = SigningInterceptor.class.getName() + ".unauthenticated";

	/**
	 * Request attribute with the {@link OvhCredentials} of a call, where they are not
	 * those of the interceptor.
	 */
	public static final String CREDENTIALS_ATTRIBUTE = SigningInterceptor.class.getName() + ".credentials";

	/** Header that names the application. */
	static final String APPLICATION_HEADER = "X-Ovh-Application";

	/** Header that names the customer. */
	static final String CONSUMER_HEADER = "X-Ovh-Consumer";

	/** Header with the API's time when the call was signed. */
	static final String TIMESTAMP_HEADER = "X-Ovh-Timestamp";

	/** Header with the signature. */
	static final String SIGNATURE_HEADER = "X-Ovh-Signature";

	private final OvhCredentials credentials;

	private final Origin origin;

	private final ServerClock clock;

	private final long maxResponseSize;

	/**
	 * Create an interceptor.
	 * @param credentials what to sign with
	 * @param endpoint where calls may go
	 * @param clock the API's time
	 * @param maxResponseSize the number of bytes of an answer after which reading stops
	 */
	public SigningInterceptor(OvhCredentials credentials, URI endpoint, ServerClock clock, long maxResponseSize) {
		this.credentials = credentials;
		this.origin = Origin.of(endpoint);
		this.clock = clock;
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		this.origin.require(request.getURI());
		OvhCredentials credentials = credentials(request);
		if (credentials instanceof ApplicationKeys keys) {
			request.getHeaders().set(APPLICATION_HEADER, keys.applicationKey());
		}
		if (Boolean.TRUE.equals(request.getAttributes().get(UNAUTHENTICATED_ATTRIBUTE))) {
			return execution.execute(request, body);
		}
		return executeSigned(credentials, request, body, execution);
	}

	private OvhCredentials credentials(HttpRequest request) {
		return (OvhCredentials) request.getAttributes().getOrDefault(CREDENTIALS_ATTRIBUTE, this.credentials);
	}

	private ClientHttpResponse executeSigned(OvhCredentials credentials, HttpRequest request, byte[] body,
			ClientHttpRequestExecution execution) throws IOException {
		ServerClock.Reading reading = sign(credentials, request, body);
		ClientHttpResponse response = execution.execute(request, body);
		if (response.getStatusCode().value() != HttpStatus.BAD_REQUEST.value()) {
			return response;
		}
		BufferedResponse refusal = BufferedResponse.of(response, this.maxResponseSize);
		if (!ApiError.parse(refusal.body()).isClockSkew()) {
			return refusal;
		}
		refusal.close();
		this.clock.discard(reading);
		sign(credentials, request, body);
		return execution.execute(request, body);
	}

	private ServerClock.Reading sign(OvhCredentials credentials, HttpRequest request, byte[] body) {
		if (!(credentials instanceof ApplicationKeys keys)) {
			throw new IllegalStateException(
					describe(request) + " has to be signed, and this client has no credentials. "
							+ "Set ovh.application-key, ovh.application-secret and ovh.consumer-key, "
							+ "or send the call with unauthenticated()");
		}
		if (keys.consumerKey() == null) {
			throw new IllegalStateException(
					describe(request) + " has to be signed, and this client has no consumer key. "
							+ "Set ovh.consumer-key (a key for yourself comes from " + this.origin + "/createToken/), "
							+ "or send the call with unauthenticated()");
		}
		ServerClock.Reading reading = this.clock.reading();
		String timestamp = Long.toString(this.clock.now(reading).getEpochSecond());
		HttpHeaders headers = request.getHeaders();
		headers.set(CONSUMER_HEADER, keys.consumerKey());
		headers.set(TIMESTAMP_HEADER, timestamp);
		headers.set(SIGNATURE_HEADER, Signature.of(keys.applicationSecret(), keys.consumerKey(), request.getMethod(),
				request.getURI(), body, timestamp));
		return reading;
	}

	private static String describe(HttpRequest request) {
		return request.getMethod() + " " + request.getURI().getRawPath();
	}

}
