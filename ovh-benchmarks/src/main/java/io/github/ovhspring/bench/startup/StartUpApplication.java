package io.github.ovhspring.bench.startup;

import java.lang.management.ManagementFactory;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Web application that starts, prints what that took and ends. The starter is on its
 * class path, or is not.
 */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class StartUpApplication {

	/**
	 * What an application has that calls an API without the starter.
	 */
	@Bean
	@ConditionalOnProperty("bench.rest-client")
	RestClient restClient(RestClient.Builder builder) {
		return builder.baseUrl("http://127.0.0.1:9/1.0").build();
	}

	@GetMapping("/")
	Map<String, String> welcome() {
		return Map.of("welcome", "you");
	}

	/**
	 * Run.
	 * @param arguments properties
	 */
	public static void main(String[] arguments) {
		ConfigurableApplicationContext context = SpringApplication.run(StartUpApplication.class, arguments);
		System.out.println("started=" + ManagementFactory.getRuntimeMXBean().getUptime());
		System.out.println("threads=" + ManagementFactory.getThreadMXBean().getThreadCount());
		System.out.println("allocated=" + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		context.close();
	}

}
