package io.github.ovhspring.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Entry point of the OVHcloud API: one of OVHcloud's own, known by name, or any other,
 * known by its URL.
 *
 * @param name the name of the endpoint, or its URL as it was given, without a trailing
 * slash
 * @param uri the URI that calls without a version of their own start with, such as
 * {@code https://eu.api.ovh.com/1.0}
 */
public record OvhEndpoint(String name, URI uri) {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern VERSION = Pattern.compile("/(1\\.0|v1|v2)$");

	private static final Map<String, URI> TOKEN_URIS = Map.of("ovh-eu",
			URI.create("https://www.ovh.com/auth/oauth2/token"), "ovh-ca",
			URI.create("https://ca.ovh.com/auth/oauth2/token"), "ovh-us",
			URI.create("https://us.ovhcloud.com/auth/oauth2/token"));

	/** OVHcloud Europe, the default. */
	public static final OvhEndpoint OVH_EU = named("ovh-eu", "https://eu.api.ovh.com/1.0");

	/** OVHcloud Canada, for Asia too. */
	public static final OvhEndpoint OVH_CA = named("ovh-ca", "https://ca.api.ovh.com/1.0");

	/** OVHcloud United States. */
	public static final OvhEndpoint OVH_US = named("ovh-us", "https://api.us.ovhcloud.com/1.0");

	/** Kimsufi Europe. */
	public static final OvhEndpoint KIMSUFI_EU = named("kimsufi-eu", "https://eu.api.kimsufi.com/1.0");

	/** Kimsufi Canada. */
	public static final OvhEndpoint KIMSUFI_CA = named("kimsufi-ca", "https://ca.api.kimsufi.com/1.0");

	/** So you Start Europe. */
	public static final OvhEndpoint SOYOUSTART_EU = named("soyoustart-eu", "https://eu.api.soyoustart.com/1.0");

	/** So you Start Canada. */
	public static final OvhEndpoint SOYOUSTART_CA = named("soyoustart-ca", "https://ca.api.soyoustart.com/1.0");

	private static final List<OvhEndpoint> KNOWN = List.of(OVH_EU, OVH_CA, OVH_US, KIMSUFI_EU, KIMSUFI_CA,
			SOYOUSTART_EU, SOYOUSTART_CA);

	/**
	 * Create an endpoint.
	 * @param name what it goes by in messages and in {@code ovh.conf}
	 * @param uri the address that paths are relative to
	 * @throws IllegalArgumentException if the URI is not one that calls may be sent to:
	 * {@code https}, or {@code http} on a loopback host, without user information, query
	 * or fragment
	 */
	public OvhEndpoint {
		Assert.hasText(name, "The name of an endpoint must not be empty");
		checked("Endpoint", uri);
	}

	/**
	 * Check that credentials may be sent to a URI.
	 */
	static URI checked(String what, URI uri) {
		String shown = what + " '" + withoutUserInfo(uri) + "'";
		boolean secure = "https".equalsIgnoreCase(uri.getScheme());
		Assert.isTrue(secure || "http".equalsIgnoreCase(uri.getScheme()), () -> shown + " is not an https:// URL");
		Assert.hasText(uri.getHost(), () -> shown + " has no host");
		Assert.isTrue(uri.getRawUserInfo() == null,
				() -> shown + " must not carry a user name or password: give credentials by their own keys");
		Assert.isTrue(uri.getRawQuery() == null && uri.getRawFragment() == null,
				() -> shown + " must not have a query or a fragment");
		Assert.isTrue(secure || LOOPBACK.matcher(uri.getHost()).matches(),
				() -> shown + " must be an https:// URL: plain http:// is for a loopback host such as localhost");
		return uri;
	}

	/**
	 * Return the endpoint with the given name or URL.
	 * @param nameOrUrl a name such as {@code ovh-eu}, or an {@code https://} URL
	 * ({@code http://} only for a loopback host), whose trailing {@code /1.0} may be left
	 * out
	 * @return the endpoint
	 * @throws IllegalArgumentException if it is neither
	 */
	public static OvhEndpoint of(String nameOrUrl) {
		String text = nameOrUrl.trim();
		return KNOWN.stream().filter((endpoint) -> endpoint.name().equals(text)).findFirst().orElseGet(() -> {
			Assert.isTrue(text.contains("://"), () -> "Unknown endpoint '" + text + "'. Use one of "
					+ StringUtils.collectionToDelimitedString(names().toList(), ", ") + ", or an https:// URL");
			return ofUrl(StringUtils.trimTrailingCharacter(text, '/'));
		});
	}

	/**
	 * Return the URI of a token endpoint.
	 * @param url an {@code https://} URL ({@code http://} only for a loopback host)
	 * @return the URI
	 * @throws IllegalArgumentException if it is none
	 */
	public static URI tokenUri(String url) {
		try {
			return checked("Token endpoint", new URI(url));
		}
		catch (URISyntaxException ex) {
			throw noUrl("Token endpoint", ex);
		}
	}

	private static OvhEndpoint ofUrl(String url) {
		try {
			URI uri = new URI(url);
			boolean complete = uri.getRawQuery() != null || uri.getRawFragment() != null || VERSION.matcher(url).find();
			return new OvhEndpoint(url, complete ? uri : new URI(url + "/1.0"));
		}
		catch (URISyntaxException ex) {
			throw noUrl("Endpoint", ex);
		}
	}

	// Not the input itself: it may carry a password.
	private static IllegalArgumentException noUrl(String what, URISyntaxException ex) {
		return new IllegalArgumentException(what + " is not a URL: " + ex.getReason() + " at index " + ex.getIndex());
	}

	private static OvhEndpoint named(String name, String uri) {
		return new OvhEndpoint(name, URI.create(uri));
	}

	private static Stream<String> names() {
		return KNOWN.stream().map(OvhEndpoint::name);
	}

	private static String withoutUserInfo(URI uri) {
		return uri.toString().replaceFirst("//[^/?#]*@", "//");
	}

	/**
	 * Return whether it is known where service accounts of this endpoint get their
	 * tokens.
	 * @return whether service accounts can be used
	 */
	public boolean hasServiceAccounts() {
		return tokenUri() != null;
	}

	/**
	 * Return where service accounts of this endpoint get their tokens.
	 * @return the token endpoint, or {@code null} if there is none or it is not known
	 */
	@Nullable URI tokenUri() {
		return TOKEN_URIS.get(this.name);
	}

	/**
	 * Return whether the endpoint serves the versions {@code /v1} and {@code /v2} beside
	 * {@code /1.0}. Those of Kimsufi and So you Start do not.
	 * @return whether paths may name a version
	 */
	boolean servesVersions() {
		return !this.name.startsWith("kimsufi-") && !this.name.startsWith("soyoustart-");
	}

	/**
	 * Return the URI that calls with a version of their own start with.
	 * @return the URI without its version
	 */
	String root() {
		return VERSION.matcher(this.uri.toString()).replaceFirst("");
	}

	@Override
	public String toString() {
		return this.name;
	}

}
