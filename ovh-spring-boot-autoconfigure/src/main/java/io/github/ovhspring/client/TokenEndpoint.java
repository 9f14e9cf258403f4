package io.github.ovhspring.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

import io.github.ovhspring.auth.AccessTokenResponse;
import io.github.ovhspring.auth.OvhCredentials.ServiceAccount;
import io.github.ovhspring.http.CallAttributes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * Gets access tokens by client credentials, see RFC 6749, 4.4.
 */
final class TokenEndpoint implements Function<ServiceAccount, AccessTokenResponse> {

	// Bytes, so that the converters of the application have no say.
	private static final byte[] REQUEST = "grant_type=client_credentials&scope=all".getBytes(StandardCharsets.UTF_8);

	private final RestClient restClient;

	private final @Nullable URI uri;

	TokenEndpoint(RestClient restClient, @Nullable URI uri) {
		this.restClient = restClient;
		this.uri = uri;
	}

	@Override
	public AccessTokenResponse apply(ServiceAccount account) {
		if (this.uri == null) {
			throw new IllegalStateException("This endpoint has no service accounts that are known here: "
					+ "use ovh-eu, ovh-ca or ovh-us, or name its token endpoint by ovh.token-uri");
		}
		return Objects.requireNonNull(this.restClient.post()
			.uri(this.uri)
			.attribute(CallAttributes.TEMPLATE, this.uri.getPath())
			.headers((headers) -> headers.setBasicAuth(account.clientId(), account.clientSecret(),
					StandardCharsets.UTF_8))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.accept(MediaType.APPLICATION_JSON)
			.body((out) -> out.write(REQUEST))
			.exchange((request, response) -> {
				if (ResponseErrors.isError(response.getStatusCode())) {
					throw ResponseErrors.tokenException(request, response);
				}
				return new Answer<String>(request, response, String.class).map(AccessTokenResponse::of);
			}));
	}

}
