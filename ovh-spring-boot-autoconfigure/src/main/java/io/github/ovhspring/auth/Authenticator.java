package io.github.ovhspring.auth;

import java.util.function.Predicate;

import io.github.ovhspring.auth.OvhCredentials.AccessToken;
import io.github.ovhspring.auth.OvhCredentials.ApplicationKeys;
import io.github.ovhspring.auth.OvhCredentials.ServiceAccount;
import io.github.ovhspring.http.ApiError;
import io.github.ovhspring.http.BufferedResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;

/**
 * Puts credentials on a request.
 */
final class Authenticator {

	private static final String CONSUMER_HEADER = "X-Ovh-Consumer";

	private static final String TIMESTAMP_HEADER = "X-Ovh-Timestamp";

	private static final String SIGNATURE_HEADER = "X-Ovh-Signature";

	private final Origin origin;

	private final ServerClock clock;

	private final TokenProvider tokens;

	Authenticator(Origin origin, ServerClock clock, TokenProvider tokens) {
		this.origin = origin;
		this.clock = clock;
		this.tokens = tokens;
	}

	/**
	 * Put credentials on a request.
	 * @return tells of the answer whether the API refused the call, before it did
	 * anything, for something that is forgotten now, so that another attempt may do
	 * @throws MissingConsumerKeyException if there are application keys only
	 * @throws IllegalStateException if the credentials are not enough for the request
	 */
	Predicate<BufferedResponse> authenticate(OvhCredentials credentials, HttpRequest request, byte[] body) {
		if (credentials instanceof ApplicationKeys keys && keys.consumerKey() != null) {
			return sign(keys, keys.consumerKey(), request, body);
		}
		if (credentials instanceof ServiceAccount account) {
			TokenProvider.Token token = this.tokens.token(account);
			request.getHeaders().setBearerAuth(token.value());
			return (response) -> {
				boolean refused = response.getStatusCode().value() == HttpStatus.UNAUTHORIZED.value();
				if (refused) {
					this.tokens.discard(token);
				}
				return refused;
			};
		}
		if (credentials instanceof AccessToken token) {
			request.getHeaders().setBearerAuth(token.token());
			return (response) -> false;
		}
		throw insufficient(credentials, request.getMethod() + " " + request.getURI().getRawPath());
	}

	private IllegalStateException insufficient(OvhCredentials credentials, String call) {
		String isSigned = call + " has to be signed, and this client has ";
		String orUnsigned = ", or send the call with unauthenticated()";
		return (credentials instanceof ApplicationKeys)
				? new MissingConsumerKeyException(
						isSigned + "no consumer key. Set ovh.consumer-key (a key for yourself comes from " + this.origin
								+ "/createToken/)" + orUnsigned)
				: new IllegalStateException(isSigned
						+ "no credentials. Set ovh.application-key, ovh.application-secret and ovh.consumer-key"
						+ orUnsigned);
	}

	private Predicate<BufferedResponse> sign(ApplicationKeys keys, String consumerKey, HttpRequest request,
			byte[] body) {
		ServerClock.Reading reading = this.clock.reading();
		String timestamp = Long.toString(this.clock.now(reading).getEpochSecond());
		HttpHeaders headers = request.getHeaders();
		headers.set(CONSUMER_HEADER, consumerKey);
		headers.set(TIMESTAMP_HEADER, timestamp);
		headers.set(SIGNATURE_HEADER, Signature.of(keys.applicationSecret(), consumerKey, request.getMethod(),
				request.getURI(), body, timestamp));
		return (response) -> {
			boolean refused = isClockSkew(response);
			if (refused) {
				this.clock.discard(reading);
			}
			return refused;
		};
	}

	private static boolean isClockSkew(BufferedResponse response) {
		return response.getStatusCode().value() == HttpStatus.BAD_REQUEST.value()
				&& ApiError.parse(response.body()).isClockSkew();
	}

}
