package io.github.ovhspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.ovhspring.observation.MdcTaskDecorator;
import io.github.ovhspring.observation.ObservationTaskDecorator;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.util.ClassUtils;

/**
 * Carries the context of a caller to the threads that call for it. Its own decorators are
 * no beans: Spring Boot gives those to the executors of the application.
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
		List<TaskDecorator> all = new ArrayList<>();
		if (ClassUtils.isPresent("org.slf4j.MDC", this.resourceLoader.getClassLoader())) {
			all.add(new MdcTaskDecorator());
		}
		this.observations.ifAvailable((registry) -> all.add(new ObservationTaskDecorator(registry)));
		this.decorators.orderedStream().forEach(all::add);
		return new CompositeTaskDecorator(all);
	}

}
