package io.github.ovhspring.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ovhspring.server.LoopbackServer;
import io.github.ovhspring.server.SigningApi;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * No secret is seen anywhere in the whole story of an application that logs everything
 * and shows everything.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {

	private static final List<String> TRACE = List.of("--logging.level.root=TRACE",
			"--logging.level.org.springframework.context=TRACE", "--logging.level.org.springframework.boot.web=TRACE",
			"--logging.level.reactor.netty=TRACE", "--spring.main.banner-mode=off");

	/**
	 * Loggers of HTTP clients that show headers at DEBUG or TRACE: docs/security.md names
	 * them.
	 */
	static final Map<Transport, Set<String>> KNOWN = Map.of(Transport.JDK, Set.of(), Transport.SIMPLE,
			Set.of("sun.net.www.protocol.http.HttpURLConnection"), Transport.HTTP_COMPONENTS,
			Set.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire"), Transport.JETTY,
			Set.of("org.eclipse.jetty.client.transport.HttpSender", "org.eclipse.jetty.http.HttpGenerator"),
			Transport.REACTOR, Set.of());

	private final Story story = new Story();

	private final LoopbackServer server = LoopbackServer.start(this.story::answer);

	private final LogLeaks logs = new LogLeaks();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@AfterEach
	void stop() {
		this.logs.close();
		this.server.close();
		// Spring Boot leaves it to the next application.
		System.clearProperty("CONSOLE_LOG_THRESHOLD");
	}

	private ConfigurableApplicationContext start(Transport transport) throws IOException {
		Path file = Files.writeString(this.folder.resolve("own.conf"),
				"[" + this.server.url() + "]\napplication_key=" + SigningApi.APPLICATION_KEY + "\napplication_secret="
						+ Secrets.FILE_SECRET + "\nconsumer_key=" + Secrets.FILE_KEY + "\n");
		List<String> arguments = new ArrayList<>(TRACE);
		arguments.addAll(List.of("--logging.threshold.console=OFF", "--server.port=0", "--server.address=127.0.0.1",
				"--management.endpoints.web.exposure.include=*", "--management.endpoint.env.show-values=always",
				"--management.endpoint.configprops.show-values=always",
				"--management.endpoint.health.show-details=always",
				"--spring.http.clients.imperative.factory=" + transport, "--ovh.retry.initial-delay=1ms",
				"--ovh.retry.max-delay=1ms", "--ovh.endpoint=" + this.server.url(),
				"--ovh.application-key=" + SigningApi.APPLICATION_KEY, "--vault=" + SigningApi.APPLICATION_SECRET,
				"--ovh.application-secret=${vault}", "--ovh.consumerKey=" + SigningApi.CONSUMER_KEY,
				"--ovh.clients.robot.client-id=" + Transport.CLIENT_ID,
				"--ovh.clients.robot.client-secret=" + Transport.CLIENT_SECRET,
				"--ovh.clients.robot.token-uri=http://" + this.server.authority() + Transport.TOKEN_PATH,
				"--ovh.clients.ready.access-token=" + Secrets.READY_TOKEN, "--ovh.clients.short.access-token=ab",
				"--ovh.clients.filed.config-file=" + file));
		return new SpringApplicationBuilder(App.class).listeners(this.logs).run(arguments.toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource
	void noneIsSeenInTheWholeStory(Transport transport, CapturedOutput output) throws Exception {
		ToStrings toStrings = new ToStrings();
		try (ConfigurableApplicationContext context = start(transport)) {
			this.story.play(context);
			assertThat(this.story.results()).hasSizeGreaterThan(50);
			assertThat(actuator(context)).isEmpty();
			assertThat(context.getBean(Recorder.class).leaks).isEmpty();
			List.of(context.getBeanDefinitionNames()).forEach((name) -> toStrings.visit(bean(context, name)));
			toStrings.visit(this.story.results());
			toStrings.visit(context.getBean(Recorder.class).attributes);
		}
		assertThat(this.logs.loggers()).isEqualTo(KNOWN.get(transport));
		assertThat(toStrings.leaks()).isEmpty();
		assertThat(toStrings.types()).containsAll(publicTypesWithState());
		assertThat(Secrets.in(output.getAll())).isEmpty();
		assertThat(this.logs.events()).isGreaterThan(5000);
	}

	private static Object bean(ConfigurableApplicationContext context, String name) {
		// A proxy of an HTTP service interface has no toString().
		return name.contains("Api") ? name : context.getBean(name);
	}

	private static Set<String> publicTypesWithState() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.github.ovhspring")
			.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isEnum())
			.filter((type) -> type.getFields()
				.stream()
				.anyMatch((field) -> !field.getModifiers().contains(JavaModifier.STATIC)))
			.map(JavaClass::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Return the secrets by the paths under /actuator that show them. */
	private Map<String, Set<String>> actuator(ConfigurableApplicationContext context) throws Exception {
		String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/actuator";
		Map<String, Set<String>> leaks = new TreeMap<>();
		List<String> paths = new ArrayList<>(List.of(base + "/env/ovh.application-secret", base + "/env/vault",
				base + "/metrics/http.client.requests", base + "/health/ovh"));
		JsonNode index = new JsonMapper().readTree(get(base));
		index.path("_links").forEach((link) -> paths.add(link.path("href").asString()));
		// The heap has everything, and is no text.
		paths.removeIf((path) -> path.contains("{") || path.endsWith("/heapdump"));
		assertThat(paths).hasSizeGreaterThan(10).contains(base + "/env", base + "/configprops", base + "/beans");
		for (String path : paths) {
			Set<String> found = Secrets.in(get(path));
			if (!found.isEmpty()) {
				leaks.put(path, found);
			}
		}
		assertThat(get(base + "/env")).contains("ovh.application-secret", this.server.url(), "******");
		return leaks;
	}

	private static String get(String url) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json").build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--ovh.client-id=x --ovh.client-secret=" + Transport.CLIENT_SECRET,
			"--ovh.client-secret=" + Transport.CLIENT_SECRET + " --ovh.application-key=",
			"--ovh.application-key= --ovh.access-token=",
			"--ovh.application-key= --ovh.consumer-key=" + SigningApi.CONSUMER_KEY + "é", "--ovh.endpoint=nonsense",
			"--ovh.config-file=/nowhere", "--ovh.http.read-timeout=0s", "--ovh.http.ssl.bundle=none",
			"--ovh.clients.a.client-secret=" + Transport.CLIENT_SECRET, "--ovh.http.max-response-size=much" })
	void noneIsSeenWhenTheApplicationDoesNotStart(String arguments, CapturedOutput output) {
		List<String> all = new ArrayList<>(TRACE);
		all.addAll(List.of("--spring.main.web-application-type=none",
				"--ovh.application-secret=" + SigningApi.APPLICATION_SECRET,
				"--ovh.consumer-key=" + SigningApi.CONSUMER_KEY));
		all.addAll(List.of(arguments.replace("token=", "token=" + Secrets.READY_TOKEN).split(" ")));
		assertThatException().isThrownBy(
				() -> new SpringApplicationBuilder(App.class).listeners(this.logs).run(all.toArray(String[]::new)));
		assertThat(output).contains("APPLICATION FAILED TO START");
		assertThat(Secrets.in(output.getAll())).isEmpty();
		assertThat(this.logs.leaks()).isEmpty();
	}

	@Test
	void aLeakWouldBeSeen() throws IOException {
		start(Transport.JDK).close();
		LoggerFactory.getLogger("a.b").trace("{}", SigningApi.CONSUMER_KEY);
		LoggerFactory.getLogger("a.c").trace("x", new IllegalStateException(Secrets.TOKEN));
		assertThat(this.logs.leaks()).containsEntry("a.b", Set.of("consumer key"))
			.containsEntry("a.c", Set.of("access token"));
		assertThat(Secrets.in("$1$e9556054b6309771395efa467c22e627407461ad")).containsExactly("signature");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "ovh", types = Story.MeApi.class)
	static class App {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

	}

	static class Recorder implements ObservationHandler<Observation.Context> {

		private final Set<String> leaks = new ConcurrentSkipListSet<>();

		private final Queue<Object> attributes = new ConcurrentLinkedQueue<>();

		@Override
		public void onStop(Observation.Context context) {
			this.leaks.addAll(Secrets.in(context.getName() + context.getContextualName() + context.getAllKeyValues()));
			if (context instanceof ClientRequestObservationContext call && call.getCarrier() != null) {
				this.attributes.addAll(call.getCarrier().getAttributes().values());
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
