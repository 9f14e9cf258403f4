package io.github.ovhspring.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.ovhspring.conf.OvhConfException;
import io.github.ovhspring.conf.OvhConfFiles;
import io.github.ovhspring.conf.OvhConfLocations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;

/**
 * Endpoints and credentials as they are configured, for the unnamed client and for those
 * that have names.
 */
final class OvhSettings {

	private final Environment environment;

	private final OvhConfLocations locations;

	private final OvhConfFiles files;

	private final Set<String> names;

	private final ClientSettings unnamed;

	private OvhSettings(Environment environment, OvhConfLocations locations) {
		this.environment = environment;
		this.locations = locations;
		PropertyGroup properties = PropertyGroup.root(environment);
		Setting configFile = properties.get(ClientSettings.CONFIG_FILE);
		this.files = read(configFile);
		this.names = ClientNames.of(environment);
		this.unnamed = ClientSettings.unnamed(properties, configFile, this.files);
	}

	/**
	 * Look the settings up.
	 * @throws FailureAnalyzedException if an {@code ovh.conf} cannot be used
	 */
	static OvhSettings of(Environment environment, OvhConfLocations locations) {
		return new OvhSettings(environment, locations);
	}

	private OvhConfFiles read(@Nullable Setting configFile) {
		try {
			return OvhConfFiles.read(this.locations, (configFile != null) ? configFile.value() : null);
		}
		catch (OvhConfException ex) {
			String named = (configFile != null)
					? ", and '" + configFile.key() + "' (" + configFile.origin() + ") names a readable one" : "";
			throw new FailureAnalyzedException(
					"The configuration of the OVHcloud API cannot be read. " + ex.getMessage(),
					"Mend the file so that it is an 'ovh.conf' of UTF-8 text with [section]s and 'name = value' lines"
							+ named + ".",
					ex);
		}
	}

	/**
	 * Return the names of the clients that have one.
	 */
	Set<String> names() {
		return this.names;
	}

	/**
	 * Return the settings of the client without a name.
	 */
	ClientSettings unnamed() {
		return this.unnamed;
	}

	/**
	 * Return whether anything is there for the client without a name. Where others have
	 * names, an endpoint alone is for them.
	 */
	boolean hasUnnamed() {
		return this.names.isEmpty() ? !this.unnamed.present().isEmpty() : this.unnamed.hasCredentials();
	}

	/**
	 * Return the settings of a client with a name.
	 * @throws FailureAnalyzedException if its {@code ovh.conf} cannot be used
	 */
	ClientSettings client(String name) {
		PropertyGroup properties = PropertyGroup.client(this.environment, name);
		Setting configFile = properties.get(ClientSettings.CONFIG_FILE);
		OvhConfFiles own = (configFile != null) ? read(configFile) : this.files;
		return ClientSettings.named(name, properties, configFile, own, this.unnamed);
	}

	/**
	 * Return what is wrong with files that does not keep the application from starting.
	 */
	List<String> warnings() {
		return this.files.warnings();
	}

}
