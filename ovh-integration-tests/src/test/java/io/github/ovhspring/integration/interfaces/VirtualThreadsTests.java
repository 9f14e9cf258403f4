package io.github.ovhspring.integration.interfaces;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ovhspring.client.OvhClient;
import io.github.ovhspring.test.OvhSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application that is switched to virtual threads does the same on them.
 */
@EnabledForJreRange(minVersion = 21, disabledReason = "Virtual threads came with Java 21")
class VirtualThreadsTests {

	private final Set<String> threads = ConcurrentHashMap.newKeySet();

	@Test
	void shouldChangeNothingButTheThreads() {
		try (OvhSimulator simulator = OvhSimulator.start()) {
			simulator.stubFor(get("/1.0/me").willReturn(okJson("{\"firstname\":\"Ada\"}")));
			simulator.stubFor(get("/1.0/me/bill").willReturn(okJson("[\"FR1\",\"FR2\"]")));
			for (String id : List.of("FR1", "FR2")) {
				simulator.stubFor(get("/1.0/me/bill/" + id).willReturn(okJson("{\"billId\":\"" + id + "\"}")));
			}
			List<Object> onPlatformThreads = answers(simulator, false);
			assertThat(this.threads).isNotEmpty().allMatch((thread) -> thread.startsWith("Thread["));
			this.threads.clear();
			assertThat(answers(simulator, true)).isEqualTo(onPlatformThreads)
				.containsExactly(new Me("Ada"), List.of("FR1", "FR2"), new Bill("FR1"),
						List.of(new Bill("FR2"), new Bill("FR1")));
			assertThat(this.threads).isNotEmpty().allMatch((thread) -> thread.startsWith("VirtualThread["));
		}
	}

	private List<Object> answers(OvhSimulator simulator, boolean virtual) {
		RestClientCustomizer recorder = (builder) -> builder.requestInterceptor((request, body, execution) -> {
			if (Thread.currentThread().getName().startsWith("ovh-")) {
				this.threads.add(Thread.currentThread().toString());
			}
			return execution.execute(request, body);
		});
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.initializers((GenericApplicationContext initialized) -> initialized.registerBean("recorder",
					RestClientCustomizer.class, () -> recorder))
			.run("--ovh.endpoint=" + simulator.endpoint(), "--ovh.application-key=" + simulator.applicationKey(),
					"--ovh.application-secret=" + simulator.applicationSecret(),
					"--ovh.consumer-key=" + simulator.consumerKey(), "--spring.threads.virtual.enabled=" + virtual)) {
			MeApi api = context.getBean(MeApi.class);
			OvhClient client = context.getBean(OvhClient.class);
			return List.of(api.me(), api.bills(null), api.bill("FR1").orElseThrow(),
					client.getAll("/me/bill/{id}", List.of("FR2", "FR1"), Bill.class));
		}
	}

}
