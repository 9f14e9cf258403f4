package io.github.ovhspring.test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * An application that has nothing but auto-configuration.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestApplication {

	static void main(String[] args) {
		SpringApplication.run(TestApplication.class, args);
	}

}
