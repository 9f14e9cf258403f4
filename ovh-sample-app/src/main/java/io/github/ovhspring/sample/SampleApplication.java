package io.github.ovhspring.sample;

import io.github.ovhspring.sample.typed.api.BillApi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Service that shows an account's bills and redirects its mail.
 */
@SpringBootApplication
@ImportHttpServices(group = "ovh", types = BillApi.class)
public class SampleApplication {

	/**
	 * Run the application.
	 * @param args its arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

}
