package io.github.ovhspring.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Request as it came over the wire.
 *
 * @param method the method
 * @param target the target of the request line, untouched
 * @param headers the headers, names in any case
 * @param body the bytes of the body
 */
public record Call(String method, String target, TreeMap<String, String> headers, byte[] body) {

	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	public static TreeMap<String, String> headers(List<String> lines) {
		TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line : lines) {
			int colon = line.indexOf(':');
			headers.merge(line.substring(0, colon), line.substring(colon + 1).trim(), (a, b) -> a + "," + b);
		}
		return headers;
	}

	@Override
	public String toString() {
		return this.method + " " + this.target + " " + Map.copyOf(this.headers) + " " + text();
	}

}
