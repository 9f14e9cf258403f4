package io.github.ovhspring.retry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLPeerUnverifiedException;

import org.springframework.http.HttpMethod;

/**
 * Which calls may be sent again after which failure.
 */
final class RetryRules {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	// HttpComponents, Jetty and HttpURLConnection tell this from a read timeout by the
	// message alone.
	private static final Pattern CONNECT_TIMEOUT = Pattern.compile("(?i)connect time(d )?out");

	private RetryRules() {
	}

	/**
	 * Return whether a call may be sent again: none that may have had its effect.
	 */
	static boolean allow(HttpMethod method, IOException failure) {
		return !has(failure, RetryRules::isRefusedPeer)
				&& (SAFE.contains(method) || has(failure, RetryRules::isUnconnected));
	}

	private static boolean has(IOException failure, Predicate<Throwable> kind) {
		return Stream.<Throwable>iterate(failure, (each) -> each != null, Throwable::getCause).limit(10).anyMatch(kind);
	}

	private static boolean isRefusedPeer(Throwable failure) {
		return failure instanceof CertificateException || failure instanceof SSLPeerUnverifiedException;
	}

	private static boolean isUnconnected(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
				|| failure instanceof UnknownHostException || failure instanceof NoRouteToHostException
				|| (failure instanceof SocketTimeoutException
						&& CONNECT_TIMEOUT.matcher(String.valueOf(failure.getMessage())).find());
	}

}
