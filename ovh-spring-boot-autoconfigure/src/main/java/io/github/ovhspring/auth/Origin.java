package io.github.ovhspring.auth;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Scheme, host and port that credentials may be sent to.
 */
record Origin(String scheme, @Nullable String host, int port) {

	static Origin of(URI uri) {
		String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
		String host = uri.getHost();
		return new Origin(scheme, (host != null) ? host.toLowerCase(Locale.ROOT) : null, port(uri, scheme));
	}

	private static int port(URI uri, String scheme) {
		return (uri.getPort() != -1) ? uri.getPort() : defaultPort(scheme);
	}

	private static int defaultPort(String scheme) {
		return "https".equals(scheme) ? 443 : 80;
	}

	/**
	 * Check that a call goes to this origin.
	 * @param uri where the call goes
	 * @throws IllegalArgumentException if that is elsewhere
	 */
	void require(URI uri) {
		Assert.isTrue(equals(of(uri)) && uri.getRawUserInfo() == null,
				() -> "A call to " + of(uri) + " is refused: this client and its credentials are for " + this
						+ " alone. Use a client of its own for another server");
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.host + ((this.port != defaultPort(this.scheme)) ? ":" + this.port : "");
	}

}
