package io.github.ovhspring.auth;

import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.ovhspring.auth.OvhCredentials.ApplicationKeys;
import io.github.ovhspring.auth.OvhCredentials.ServiceAccount;
import io.github.ovhspring.http.BufferedResponse;
import io.github.ovhspring.http.CallAttributes;
import io.github.ovhspring.http.SentSecrets;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Signs calls to the OVHcloud API, or puts a token on them. It has to be the last
 * interceptor, so that what it signs is what is sent.
 */
public final class SigningInterceptor implements ClientHttpRequestInterceptor {

	/**
	 * Request attribute that keeps a call from being signed when it is
	 * {@link Boolean#TRUE}.
	 */
	public static final String UNAUTHENTICATED_ATTRIBUTE = SigningInterceptor.class.getName() + ".unauthenticated";

	/**
	 * Request attribute with the {@link OvhCredentialsProvider} of a call, where it is
	 * not that of the interceptor.
	 */
	public static final String CREDENTIALS_ATTRIBUTE = SigningInterceptor.class.getName() + ".credentials";

	private static final String APPLICATION_HEADER = "X-Ovh-Application";

	private final OvhCredentialsProvider credentials;

	private final Origin origin;

	private final Authenticator authenticator;

	private final long maxResponseSize;

	/**
	 * Create an interceptor.
	 * @param credentials what to sign with
	 * @param endpoint where calls may go
	 * @param clock the API's time
	 * @param tokens asks for a token of a service account
	 * @param maxResponseSize the number of bytes of an answer after which reading stops
	 */
	public SigningInterceptor(OvhCredentialsProvider credentials, URI endpoint, ServerClock clock,
			Function<ServiceAccount, AccessTokenResponse> tokens, long maxResponseSize) {
		this.credentials = credentials;
		this.origin = Origin.of(endpoint);
		this.authenticator = new Authenticator(this.origin, clock, new TokenProvider(tokens, System::nanoTime));
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest given, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		HttpRequest request = UriAsSent.of(given);
		this.origin.require(request.getURI());
		OvhCredentials credentials = credentials(request);
		if (Boolean.TRUE.equals(request.getAttributes().get(UNAUTHENTICATED_ATTRIBUTE))) {
			return execution.execute(request, body);
		}
		Predicate<BufferedResponse> refused = authenticate(credentials, request, body);
		BufferedResponse response = BufferedResponse.of(execution.execute(request, body), this.maxResponseSize);
		if (!refused.test(response)) {
			return response;
		}
		response.close();
		CallAttributes.countAttempt(request);
		authenticate(credentials(request), request, body);
		return execution.execute(request, body);
	}

	private Predicate<BufferedResponse> authenticate(OvhCredentials credentials, HttpRequest request, byte[] body) {
		Predicate<BufferedResponse> refused = this.authenticator.authenticate(credentials, request, body);
		SentSecrets.note(request);
		return refused;
	}

	private OvhCredentials credentials(HttpRequest request) {
		OvhCredentialsProvider provider = (OvhCredentialsProvider) request.getAttributes()
			.getOrDefault(CREDENTIALS_ATTRIBUTE, this.credentials);
		OvhCredentials credentials = provider.getCredentials();
		if (credentials instanceof ApplicationKeys keys) {
			request.getHeaders().set(APPLICATION_HEADER, keys.applicationKey());
		}
		return credentials;
	}

}
