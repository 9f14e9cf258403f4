package io.github.ovhspring.test.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.DefaultResourceLoader;

/**
 * Reads descriptions of the API, of either form.
 */
final class ApiDescriptions {

	private static final JsonMapper mapper = new JsonMapper();

	private ApiDescriptions() {
	}

	static List<ApiOperation> read(String location) {
		JsonNode tree = tree(location);
		if (tree.has("openapi")) {
			return new OpenApiDescription(tree).operations();
		}
		if (tree.has("apis")) {
			return new NativeDescription(tree).operations();
		}
		throw new IllegalArgumentException("'" + location
				+ "' is no description of an API: it has neither 'openapi' nor OVHcloud's 'apis'. Use a file such as https://eu.api.ovh.com/v1/me.json");
	}

	private static JsonNode tree(String location) {
		try (InputStream in = new DefaultResourceLoader().getResource(location).getInputStream()) {
			return mapper.readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("Cannot read '" + location
					+ "'. Write classpath:me.json for a file of the class path, or file:src/test/me.json", ex);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'" + location + "' is not JSON, which it has to be", ex);
		}
	}

	/** Version 1 is what paths without a version mean. */
	static String root(String baseUrl) {
		return baseUrl.endsWith("/v2") ? "/v2" : "";
	}

}
