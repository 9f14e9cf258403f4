package io.github.ovhspring.autoconfigure;

import java.util.Map;

import org.slf4j.MDC;

import org.springframework.core.task.TaskDecorator;

/**
 * Carries the logging context (MDC) of the thread that makes a task to the one that runs
 * it.
 */
final class MdcTaskDecorator implements TaskDecorator {

	@Override
	public Runnable decorate(Runnable task) {
		Map<String, String> context = MDC.getCopyOfContextMap();
		return (context != null) ? () -> run(task, context) : task;
	}

	// The thread is made for the task and ends with it, and so does its context.
	private static void run(Runnable task, Map<String, String> context) {
		MDC.setContextMap(context);
		task.run();
	}

}
