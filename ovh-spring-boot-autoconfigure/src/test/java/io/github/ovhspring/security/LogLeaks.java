package io.github.ovhspring.security;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Watches every log of an application, and notes which loggers let a secret out. It holds
 * no lock while it makes texts of what is logged: some of Jetty's objects take one for
 * that, which another thread may have that logs.
 */
final class LogLeaks extends UnsynchronizedAppenderBase<ILoggingEvent>
		implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, AutoCloseable {

	private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Map<String, @Nullable Level> levels = new HashMap<>();

	private final Map<String, Set<String>> leaks = new ConcurrentSkipListMap<>();

	private final AtomicLong events = new AtomicLong();

	LogLeaks() {
		this.logging.getLoggerList().forEach((logger) -> this.levels.put(logger.getName(), logger.getLevel()));
		setContext(this.logging);
	}

	// This listener comes after Spring Boot's, which sets logging up.
	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		start();
		root().addAppender(this);
	}

	private Logger root() {
		return this.logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.events.incrementAndGet();
		String text = event.getFormattedMessage() + event.getMDCPropertyMap();
		if (event.getThrowableProxy() != null) {
			text += ThrowableProxyUtil.asString(event.getThrowableProxy());
		}
		Set<String> found = Secrets.in(text);
		if (!found.isEmpty()) {
			this.leaks.computeIfAbsent(event.getLoggerName(), (name) -> new ConcurrentSkipListSet<>()).addAll(found);
		}
	}

	long events() {
		return this.events.get();
	}

	/** Return the names of the loggers that let something out, and what. */
	Map<String, Set<String>> leaks() {
		return this.leaks;
	}

	Set<String> loggers() {
		return new TreeSet<>(this.leaks.keySet());
	}

	@Override
	public void close() {
		root().detachAppender(this);
		stop();
		this.logging.getLoggerList().forEach((logger) -> {
			boolean isRoot = logger == root();
			Level level = this.levels.get(logger.getName());
			logger.setLevel((isRoot && level == null) ? Level.WARN : level);
		});
	}

}
