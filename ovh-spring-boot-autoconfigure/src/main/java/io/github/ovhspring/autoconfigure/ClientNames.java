package io.github.ovhspring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Finds the names in {@code ovh.clients.<name>.*}.
 */
final class ClientNames {

	/** What the client of {@code ovh.*} goes by among the others. */
	static final String UNNAMED = "default";

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

	private ClientNames() {
	}

	/**
	 * Return the names.
	 * @throws FailureAnalyzedException if one of them cannot be used
	 */
	static Set<String> of(Environment environment) {
		Map<ConfigurationPropertyName, String> names = new LinkedHashMap<>();
		Binder.get(environment)
			.bind("ovh.clients", Bindable.mapOf(String.class, OvhProperties.Client.class))
			.orElse(Map.of())
			.keySet()
			.forEach((name) -> names.merge(ConfigurationPropertyName.adapt(checked(name), '.'), name,
					ClientNames::better));
		return new LinkedHashSet<>(names.values());
	}

	private static String checked(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new FailureAnalyzedException("'ovh.clients." + name + "' does not name a client.",
					"Choose a name of letters, digits and dashes that starts with a letter.");
		}
		if (name.equalsIgnoreCase(UNNAMED)) {
			throw new FailureAnalyzedException(
					"'ovh.clients." + name + "' is not for use: the default client is that of 'ovh.*'.",
					"Move its properties to 'ovh.*', or choose another name.");
		}
		return name;
	}

	// A variable such as OVH_CLIENTS_MYSHOP_CLIENTSECRET is meant for client 'my-shop'.
	private static String better(String one, String other) {
		return one.matches("[a-z0-9]+") ? other : one;
	}

}
