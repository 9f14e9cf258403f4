package io.github.ovhspring.autoconfigure.actuate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hides the secrets of {@code ovh.*} by the names of their keys, however those are
 * written, and wherever else one of the values turns up: under the key that a placeholder
 * names, in a command line, in JSON.
 */
class OvhSanitizingFunction implements SanitizingFunction {

	private static final Pattern SECRET = Pattern
		.compile("ovh.*(applicationsecret|consumerkey|clientsecret|accesstoken)");

	// What is shorter is no secret of the API's, and may be part of anything.
	private static final int SHORTEST = 8;

	private final SingletonSupplier<Set<String>> secrets;

	OvhSanitizingFunction(Environment environment) {
		this.secrets = SingletonSupplier.of(() -> secrets(environment));
	}

	private static Set<String> secrets(Environment environment) {
		Set<String> secrets = new HashSet<>();
		collect("ovh", Binder.get(environment).bind("ovh", Bindable.mapOf(String.class, Object.class)).orElse(Map.of()),
				secrets);
		return secrets;
	}

	private static void collect(String key, Object value, Set<String> secrets) {
		if (value instanceof Map<?, ?> group) {
			group.forEach((name, member) -> collect(key + name, member, secrets));
		}
		else if (isSecret(key) && value.toString().trim().length() >= SHORTEST) {
			secrets.add(value.toString().trim());
		}
	}

	private static boolean isSecret(String key) {
		return SECRET.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")).matches();
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (isSecret(data.getKey()) || holdsSecret(String.valueOf(data.getValue()))) ? data.withSanitizedValue()
				: data;
	}

	private boolean holdsSecret(String value) {
		return this.secrets.obtain().stream().anyMatch(value::contains);
	}

}
