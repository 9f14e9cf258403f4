package io.github.ovhspring.test.server;

import java.util.UUID;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Gives each answer the id that OVHcloud's support would ask for, unless its stub did.
 */
public final class QueryIdHeader implements ResponseTransformerV2 {

	private static final String NAME = "X-Ovh-Queryid";

	@Override
	public String getName() {
		return "ovh-query-id";
	}

	@Override
	public Response transform(Response response, ServeEvent serveEvent) {
		if (response.getHeaders().getHeader(NAME).isPresent()) {
			return response;
		}
		HttpHeader queryId = new HttpHeader(NAME, "EU.ext-3." + UUID.randomUUID());
		return Response.Builder.like(response).headers(response.getHeaders().plus(queryId)).build();
	}

}
