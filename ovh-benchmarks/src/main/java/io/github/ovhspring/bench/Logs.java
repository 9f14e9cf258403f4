package io.github.ovhspring.bench;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Logs as in an application: without Spring Boot, Logback would write at DEBUG.
 */
final class Logs {

	private Logs() {
	}

	static void asInAnApplication() {
		LoggingSystem.get(Logs.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

}
