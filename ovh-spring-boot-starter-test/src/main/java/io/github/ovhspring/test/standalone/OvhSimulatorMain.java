package io.github.ovhspring.test.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.ovhspring.test.OvhSimulator;
import io.github.ovhspring.test.account.SimulatedServiceAccount;

/**
 * Runs an {@link OvhSimulator} until it is interrupted.
 */
public final class OvhSimulatorMain {

	private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

	private static final int USAGE_ERROR = 2;

	private final PrintStream out;

	private final PrintStream err;

	private final IntConsumer exit;

	OvhSimulatorMain(PrintStream out, PrintStream err, IntConsumer exit) {
		this.out = out;
		this.err = err;
		this.exit = exit;
	}

	/**
	 * Run a simulator.
	 * @param args the options, see {@code --help}
	 */
	public static void main(String[] args) {
		// What is refused is told in a few lines, without a date before them.
		System.getProperties().putIfAbsent(LOG_FORMAT, "%4$s: %5$s%n");
		new OvhSimulatorMain(System.out, System.err, System::exit).run(args);
	}

	Optional<OvhSimulator> run(String... args) {
		try {
			StandaloneOptions options = StandaloneOptions.parse(args);
			if (!options.isHelp()) {
				return Optional.of(start(options));
			}
			this.out.print(StandaloneOptions.USAGE);
		}
		catch (IllegalArgumentException | FatalStartupException | IOException ex) {
			this.err.println(ex.getMessage() + ". --help shows the options.");
			this.exit.accept(USAGE_ERROR);
		}
		return Optional.empty();
	}

	// Its threads keep the program running.
	private OvhSimulator start(StandaloneOptions options) throws IOException {
		OvhSimulator simulator = options.simulator().start();
		Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
		simulator.account();
		if (options.certificate().isPresent()) {
			Path file = options.certificate().get();
			Files.writeString(file, String.valueOf(simulator.certificate()));
			this.out.println("certificate         " + file.toAbsolutePath());
		}
		SimulatedServiceAccount account = simulator.client().serviceAccount();
		this.out.printf("""
				endpoint            %s
				application key     %s
				application secret  %s
				consumer key        %s
				token endpoint      %s
				client id           %s
				client secret       %s

				Keys for customers: POST %s/auth/credential answers with the URL of a page to validate them on.
				WireMock's API for stubs: %s. Ctrl-C ends the simulator.
				""", simulator.endpoint(), simulator.applicationKey(), simulator.applicationSecret(),
				simulator.consumerKey(), simulator.tokenUri(), account.clientId(), account.clientSecret(),
				simulator.endpoint(), simulator.wireMockServer().url("/__admin"));
		this.out.flush();
		return simulator;
	}

}
