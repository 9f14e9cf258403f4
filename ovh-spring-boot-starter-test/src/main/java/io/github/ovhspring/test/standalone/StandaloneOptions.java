package io.github.ovhspring.test.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.OvhSimulatorBuilder;

import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.Assert;

/**
 * Options of the command line.
 *
 * @param values the values of those that are given, by name
 */
record StandaloneOptions(Map<String, String> values) {

	static final String USAGE = """
			Simulated OVHcloud API, for tests of clients in any language. Ctrl-C ends it.

			  --port=8089                 port to listen on, a free one if it is left out
			  --https                     speak HTTPS, with a certificate that is made at the start
			  --certificate=FILE          with --https, where to write the certificate (PEM) for clients to trust
			  --account                   answer as a made-up account with bills, servers, mail domains
			  --application-key=KEY       keys of the application, made up if they are left out
			  --application-secret=SECRET
			  --consumer-key=KEY          consumer key, which is validated and may make every call
			  --client-id=ID              service account, made up if it is left out
			  --client-secret=SECRET
			  --help                      this text
			""";

	private static final String PORT = "port";

	private static final String HTTPS = "https";

	private static final String ACCOUNT = "account";

	private static final String CERTIFICATE = "certificate";

	private static final String APPLICATION_KEY = "application-key";

	private static final String APPLICATION_SECRET = "application-secret";

	private static final String CONSUMER_KEY = "consumer-key";

	private static final String CLIENT_ID = "client-id";

	private static final String CLIENT_SECRET = "client-secret";

	private static final String HELP = "help";

	private static final Set<String> WITH_VALUE = Set.of(PORT, CERTIFICATE, APPLICATION_KEY, APPLICATION_SECRET,
			CONSUMER_KEY, CLIENT_ID, CLIENT_SECRET);

	private static final Set<String> WITHOUT_VALUE = Set.of(HTTPS, ACCOUNT, HELP);

	/**
	 * Read the command line.
	 * @throws IllegalArgumentException if an option is unknown, or has no value
	 */
	static StandaloneOptions parse(String... args) {
		SimpleCommandLinePropertySource source = new SimpleCommandLinePropertySource(args);
		String other = source.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
		Assert.isTrue(other == null, () -> "'" + other + "' is not an option: write them as in --port=8089");
		Map<String, String> values = new TreeMap<>();
		for (String name : source.getPropertyNames()) {
			String value = Objects.requireNonNull(source.getProperty(name));
			Assert.isTrue(WITH_VALUE.contains(name) || WITHOUT_VALUE.contains(name),
					() -> "'--" + name + "' is not an option");
			Assert.isTrue(WITHOUT_VALUE.contains(name) == value.isEmpty(),
					() -> "--" + name + (value.isEmpty() ? " needs a value" : " takes no value"));
			values.put(name, value);
		}
		StandaloneOptions options = new StandaloneOptions(values);
		options.requireBoth(APPLICATION_KEY, APPLICATION_SECRET);
		options.requireBoth(CLIENT_ID, CLIENT_SECRET);
		Assert.isTrue(!options.has(CERTIFICATE) || options.has(HTTPS), "--certificate goes with --https");
		return options;
	}

	private void requireBoth(String first, String second) {
		Assert.isTrue(has(first) == has(second), () -> "--" + first + " and --" + second + " go together");
	}

	private boolean has(String name) {
		return this.values.containsKey(name);
	}

	boolean isHelp() {
		return has(HELP);
	}

	/**
	 * Return where to write the certificate, if anywhere.
	 */
	Optional<Path> certificate() {
		return given(CERTIFICATE).map(Path::of);
	}

	private Optional<String> given(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/**
	 * Return a simulator as these options say.
	 * @throws IllegalArgumentException if a value cannot be right
	 */
	OvhSimulatorBuilder simulator() {
		OvhSimulatorBuilder builder = OvhSimulator.builder();
		given(PORT).ifPresent((port) -> builder.port(port(port)));
		given(HTTPS).ifPresent((nothing) -> builder.https());
		given(ACCOUNT).ifPresent((nothing) -> builder.account());
		given(APPLICATION_KEY)
			.ifPresent((key) -> builder.applicationKeys(key, given(APPLICATION_SECRET).orElseThrow()));
		given(CONSUMER_KEY).ifPresent(builder::consumerKey);
		given(CLIENT_ID).ifPresent((id) -> builder.serviceAccount(id, given(CLIENT_SECRET).orElseThrow()));
		return builder;
	}

	private static int port(String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("The port must be a number, and not '" + value + "'", ex);
		}
	}

	@Override
	public String toString() {
		return "options " + this.values.keySet();
	}

}
