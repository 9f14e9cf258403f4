package io.github.ovhspring.test.check;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.ovhspring.test.rest.ApiPath;
import io.github.ovhspring.test.server.RawTargetServer;
import org.jspecify.annotations.Nullable;

/**
 * A call as it came over the wire.
 *
 * @param method the method
 * @param url scheme, host and target, as they came
 * @param path the path as it came, but with {@code /1.0} for {@code /v1}, which is the
 * same
 * @param body the body, as it came
 * @param from the address that it came from
 * @param applicationKey header {@code X-Ovh-Application}
 * @param consumerKey header {@code X-Ovh-Consumer}
 * @param timestamp header {@code X-Ovh-Timestamp}
 * @param signature header {@code X-Ovh-Signature}
 * @param bearer the token of header {@code Authorization}
 */
public record ReceivedCall(String method, String url, String path, String apiPath, byte[] body, String from,
		@Nullable String applicationKey, @Nullable String consumerKey, @Nullable String timestamp,
		@Nullable String signature, @Nullable String bearer) {

	private static final String BEARER = "Bearer ";

	/**
	 * Return the call that a request is.
	 */
	public static ReceivedCall of(Request request) {
		String authorization = request.getHeader("Authorization");
		return new ReceivedCall(request.getMethod().value(),
				request.getScheme() + "://" + request.getHeader("Host")
						+ request.getHeader(RawTargetServer.TARGET_HEADER),
				request.getUrl().split("\\?", 2)[0], ApiPath.of(request.getUrl()).orElse(""), request.getBody(),
				request.getClientIp(), request.getHeader("X-Ovh-Application"), request.getHeader("X-Ovh-Consumer"),
				request.getHeader("X-Ovh-Timestamp"), request.getHeader("X-Ovh-Signature"),
				(authorization != null && authorization.startsWith(BEARER)) ? authorization.substring(BEARER.length())
						: null);
	}

	@Override
	public String toString() {
		return this.method + " " + this.url;
	}

}
