package io.github.ovhspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.ovhspring.conf.OvhConfException;
import io.github.ovhspring.conf.OvhConfFiles;
import io.github.ovhspring.conf.OvhConfLocations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Endpoint and credentials as they are configured: each by itself from Spring's
 * environment or else from {@code ovh.conf}, with the place where it stands.
 */
final class OvhSettings {

	static final String APPLICATION_KEY = "application-key";

	static final String APPLICATION_SECRET = "application-secret";

	static final String CONSUMER_KEY = "consumer-key";

	static final String CLIENT_ID = "client-id";

	static final String CLIENT_SECRET = "client-secret";

	static final String ACCESS_TOKEN = "access-token";

	static final String TOKEN_URI = "token-uri";

	private static final List<String> CREDENTIALS = List.of(APPLICATION_KEY, APPLICATION_SECRET, CONSUMER_KEY,
			CLIENT_ID, CLIENT_SECRET, ACCESS_TOKEN);

	private static final String DEFAULT_ENDPOINT = "ovh-eu";

	private final Environment environment;

	private final Binder binder;

	private final OvhConfFiles files;

	private final @Nullable Setting configFile;

	private final @Nullable Setting endpoint;

	private OvhSettings(Environment environment, OvhConfLocations locations) {
		this.environment = environment;
		this.binder = Binder.get(environment);
		this.configFile = fromEnvironment("config-file");
		this.files = read(locations, this.configFile);
		this.endpoint = find("endpoint", "default");
	}

	/**
	 * Look the settings up.
	 * @throws FailureAnalyzedException if an {@code ovh.conf} cannot be used
	 */
	static OvhSettings of(Environment environment, OvhConfLocations locations) {
		return new OvhSettings(environment, locations);
	}

	private static OvhConfFiles read(OvhConfLocations locations, @Nullable Setting configFile) {
		try {
			return OvhConfFiles.read(locations, (configFile != null) ? configFile.value() : null);
		}
		catch (OvhConfException ex) {
			String named = (configFile != null)
					? ", and 'ovh.config-file' (" + configFile.origin() + ") names a readable one" : "";
			throw new FailureAnalyzedException(
					"The configuration of the OVHcloud API cannot be read. " + ex.getMessage(),
					"Mend the file so that it is an 'ovh.conf' of UTF-8 text with [section]s and 'name = value' lines"
							+ named + ".",
					ex);
		}
	}

	@Nullable Setting endpoint() {
		return this.endpoint;
	}

	/**
	 * Return one of the settings that credentials are made of.
	 */
	@Nullable Setting get(String name) {
		return find(name, section());
	}

	/**
	 * Return the section of {@code ovh.conf} that credentials are in.
	 */
	String section() {
		return (this.endpoint != null) ? this.endpoint.value() : DEFAULT_ENDPOINT;
	}

	/**
	 * Return what is set, with its place.
	 */
	List<Setting> present() {
		return Stream.concat(Stream.of(this.configFile, this.endpoint), CREDENTIALS.stream().map(this::get))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Return where was looked.
	 */
	List<String> places() {
		List<String> places = new ArrayList<>(List.of("properties ovh.*"));
		this.files.places().forEach((place) -> places.add(place.toString()));
		return places;
	}

	/**
	 * Return in which ways a setting can be given.
	 */
	String describe(String name) {
		String option = name.replace('-', '_');
		return "'ovh." + name + "' (as environment variable OVH_" + option.toUpperCase(Locale.ROOT) + ", in section ["
				+ section() + "] of an ovh.conf " + option + ")";
	}

	List<String> warnings() {
		return this.files.warnings();
	}

	private @Nullable Setting find(String name, String section) {
		Setting setting = fromEnvironment(name);
		return (setting != null) ? setting : fromFiles(name.replace('-', '_'), section);
	}

	private @Nullable Setting fromEnvironment(String name) {
		ConfigurationPropertyName key = ConfigurationPropertyName.of("ovh." + name);
		String value = this.binder.bind(key, Bindable.of(String.class)).orElse("");
		return StringUtils.hasText(value) ? new Setting(key.toString(), value.trim(), origin(key)) : null;
	}

	private String origin(ConfigurationPropertyName key) {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.map((source) -> source.getConfigurationProperty(key))
			.filter(Objects::nonNull)
			.findFirst()
			.map((property) -> String.valueOf(property.getOrigin()))
			.orElse("Spring's environment");
	}

	private @Nullable Setting fromFiles(String name, String section) {
		OriginTrackedValue value = this.files.get(section, name);
		return (value != null)
				? new Setting(name, value.getValue().toString().trim(), String.valueOf(Origin.from(value))) : null;
	}

	/**
	 * A value, its key, and the place where it stands.
	 */
	record Setting(String key, String value, String origin) {

		/** Name key and place, never the value: it may be a secret. */
		@Override
		public String toString() {
			return "'" + this.key + "' (" + this.origin + ")";
		}

	}

}
