package io.github.ovhspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.util.ClassUtils;

/**
 * Carries the context of a caller to the threads that call for it: MDC, current
 * observation, and what the application's own {@link TaskDecorator} beans carry, as
 * Spring Boot has them do for its executors. What is carried here is not published as
 * such beans: those executors would get it too.
 */
class CallContext {

	private final ResourceLoader resourceLoader;

	private final ObjectProvider<ObservationRegistry> observations;

	private final ObjectProvider<TaskDecorator> decorators;

	CallContext(ResourceLoader resourceLoader, ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<TaskDecorator> decorators) {
		this.resourceLoader = resourceLoader;
		this.observations = observations;
		this.decorators = decorators;
	}

	TaskDecorator decorator() {
		// The last one is the outermost. Those of the application are innermost, since
		// the MDC is replaced as a whole and must not lose what they put there.
		List<TaskDecorator> all = new ArrayList<>(this.decorators.orderedStream().toList());
		this.observations.ifAvailable((registry) -> all.add(new ObservationTaskDecorator(registry)));
		if (ClassUtils.isPresent("org.slf4j.MDC", this.resourceLoader.getClassLoader())) {
			all.add(new MdcTaskDecorator());
		}
		return new CompositeTaskDecorator(all);
	}

}
