package io.github.ovhspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ovhspring.conf.OvhConfFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;

/**
 * Endpoint and credentials of one client: each by itself from Spring's environment or
 * else from {@code ovh.conf}, with the place where it stands.
 */
final class ClientSettings {

	static final String ENDPOINT = "endpoint";

	static final String CONFIG_FILE = "config-file";

	static final String TOKEN_URI = "token-uri";

	static final String APPLICATION_KEY = "application-key";

	static final String APPLICATION_SECRET = "application-secret";

	static final String CONSUMER_KEY = "consumer-key";

	static final String CLIENT_ID = "client-id";

	static final String CLIENT_SECRET = "client-secret";

	static final String ACCESS_TOKEN = "access-token";

	private static final List<String> CREDENTIALS = List.of(APPLICATION_KEY, APPLICATION_SECRET, CONSUMER_KEY,
			CLIENT_ID, CLIENT_SECRET, ACCESS_TOKEN);

	private static final List<List<String>> WHOLE_CREDENTIALS = List.of(List.of(APPLICATION_KEY, APPLICATION_SECRET),
			List.of(CLIENT_ID, CLIENT_SECRET), List.of(ACCESS_TOKEN));

	private static final String DEFAULT_ENDPOINT = "ovh-eu";

	private final String title;

	private final PropertyGroup properties;

	private final OvhConfFiles files;

	private final @Nullable Setting configFile;

	private final @Nullable Setting endpoint;

	private final @Nullable ClientSettings inherited;

	private ClientSettings(String title, PropertyGroup properties, @Nullable Setting configFile, OvhConfFiles files,
			@Nullable Setting endpoint, @Nullable ClientSettings inherited) {
		this.title = title;
		this.properties = properties;
		this.configFile = configFile;
		this.files = files;
		this.endpoint = endpoint;
		this.inherited = inherited;
	}

	static ClientSettings unnamed(PropertyGroup properties, @Nullable Setting configFile, OvhConfFiles files) {
		Setting own = properties.get(ENDPOINT);
		return new ClientSettings("The OVHcloud API", properties, configFile, files,
				(own != null) ? own : setting(ENDPOINT, files.get("default", ENDPOINT)), null);
	}

	static ClientSettings named(String name, PropertyGroup properties, @Nullable Setting configFile, OvhConfFiles files,
			ClientSettings unnamed) {
		Setting own = properties.get(ENDPOINT);
		if (own == null && configFile != null) {
			own = setting(ENDPOINT, files.getFromFirst("default", ENDPOINT));
		}
		return new ClientSettings("Client '" + name + "' of the OVHcloud API", properties, configFile, files,
				(own != null) ? own : unnamed.endpoint, unnamed);
	}

	private static @Nullable Setting setting(String name, @Nullable OriginTrackedValue value) {
		return (value != null)
				? new Setting(name, value.getValue().toString().trim(), String.valueOf(Origin.from(value))) : null;
	}

	/**
	 * Return what to call the client at the beginning of a sentence.
	 */
	String title() {
		return this.title;
	}

	@Nullable Setting endpoint() {
		return this.endpoint;
	}

	@Nullable Setting tokenUri() {
		Setting own = find(TOKEN_URI);
		// Another endpoint has other service accounts, whose secrets are not for this
		// one.
		boolean inherits = own == null && this.inherited != null && this.endpoint == this.inherited.endpoint;
		return inherits ? Objects.requireNonNull(this.inherited).tokenUri() : own;
	}

	/**
	 * Return one of the credentials. A named client that is whole in Spring's environment
	 * takes nothing from a file, where keys of another application may be.
	 */
	@Nullable Setting credential(String name) {
		return (this.inherited != null && isWhole()) ? this.properties.get(name) : find(name);
	}

	private boolean isWhole() {
		return WHOLE_CREDENTIALS.stream()
			.anyMatch((names) -> names.stream().allMatch((name) -> this.properties.get(name) != null));
	}

	private @Nullable Setting find(String name) {
		Setting setting = this.properties.get(name);
		return (setting != null) ? setting : setting(option(name), this.files.get(section(), option(name)));
	}

	private static String option(String name) {
		return name.replace('-', '_');
	}

	private String section() {
		return (this.endpoint != null) ? this.endpoint.value() : DEFAULT_ENDPOINT;
	}

	boolean hasCredentials() {
		return CREDENTIALS.stream().anyMatch((name) -> credential(name) != null);
	}

	/**
	 * Return what is set, with its place.
	 */
	List<Setting> present() {
		return Stream
			.concat(Stream.of(this.configFile, this.endpoint, tokenUri()), CREDENTIALS.stream().map(this::credential))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Return where was looked.
	 */
	List<String> places() {
		List<String> places = new ArrayList<>(List.of("properties " + this.properties));
		this.files.places().forEach((place) -> places.add(place.toString()));
		return places;
	}

	/**
	 * Return the key of a setting.
	 */
	String key(String name) {
		return this.properties.key(name);
	}

	/**
	 * Return in which ways a setting can be given.
	 */
	String describe(String name) {
		return "'" + key(name) + "' (as environment variable " + this.properties.variable(name) + ", in section ["
				+ section() + "] of an ovh.conf " + option(name) + ")";
	}

}
