package io.github.ovhspring.autoconfigure;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.core.task.TaskDecorator;

/**
 * Carries the current observation of the thread that makes a task to the one that runs
 * it, so that calls are part of the trace that they are made for.
 */
record ObservationTaskDecorator(ObservationRegistry registry) implements TaskDecorator {

	@Override
	public Runnable decorate(Runnable task) {
		Observation current = this.registry.getCurrentObservation();
		return (current != null) ? () -> current.scoped(task) : task;
	}

}
