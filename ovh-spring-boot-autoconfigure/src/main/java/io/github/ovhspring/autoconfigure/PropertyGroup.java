package io.github.ovhspring.autoconfigure;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Properties of one client in Spring's environment: {@code ovh.*}, or
 * {@code ovh.clients.<name>.*}.
 */
final class PropertyGroup {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("ovh");

	private final Environment environment;

	private final ConfigurationPropertyName prefix;

	private PropertyGroup(Environment environment, ConfigurationPropertyName prefix) {
		this.environment = environment;
		this.prefix = prefix;
	}

	static PropertyGroup root(Environment environment) {
		return new PropertyGroup(environment, ROOT);
	}

	static PropertyGroup client(Environment environment, String name) {
		return new PropertyGroup(environment, ConfigurationPropertyName.adapt("ovh.clients." + name, '.'));
	}

	/**
	 * Return a value of this group alone. A blank one counts as not set.
	 */
	@Nullable Setting get(String name) {
		ConfigurationPropertyName key = this.prefix.append(name);
		String value = Binder.get(this.environment).bind(key, Bindable.of(String.class)).orElse("");
		return StringUtils.hasText(value) ? new Setting(key.toString(), value.trim(), origin(key)) : null;
	}

	private String origin(ConfigurationPropertyName key) {
		return sources().map((source) -> source.getConfigurationProperty(key))
			.filter(Objects::nonNull)
			.findFirst()
			.map((property) -> String.valueOf(property.getOrigin()))
			.orElse("Spring's environment");
	}

	/**
	 * Return values of this group, and of {@code ovh.*} for those that it does not have.
	 */
	<T> T bind(String name, Class<T> type) {
		return binder().bindOrCreate(key(name), type);
	}

	/**
	 * Return a value of this group, or of {@code ovh.*} if it does not have that.
	 */
	<T> T bind(String name, Class<T> type, T defaultValue) {
		return binder().bind(key(name), type).orElse(defaultValue);
	}

	/**
	 * Check a value.
	 * @throws InvalidConfigurationPropertyValueException if it is not valid
	 */
	void require(boolean valid, String name, @Nullable Object value, String reason) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(key(name), value, reason);
		}
	}

	private Binder binder() {
		Stream<ConfigurationPropertySource> inherited = sources().map((source) -> (key) -> inherited(source, key));
		return new Binder(Stream.concat(sources(), inherited).toList(),
				new PropertySourcesPlaceholdersResolver(this.environment));
	}

	private @Nullable ConfigurationProperty inherited(ConfigurationPropertySource source,
			ConfigurationPropertyName key) {
		return source.getConfigurationProperty(ROOT.append(key.subName(this.prefix.getNumberOfElements())));
	}

	private Stream<ConfigurationPropertySource> sources() {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false);
	}

	/**
	 * Return the key of a value.
	 */
	String key(String name) {
		return this.prefix.append(name).toString();
	}

	/**
	 * Return the environment variable of a value.
	 */
	String variable(String name) {
		return key(name).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.prefix + ".*";
	}

}
