package io.github.ovhspring.security;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Calls {@code toString()} of objects of ours, and of all that they hold.
 */
final class ToStrings {

	private static final String OURS = "io.github.ovhspring.";

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<String> types = new TreeSet<>();

	private final Map<String, Set<String>> leaks = new TreeMap<>();

	void visit(@Nullable Object object) {
		if (object == null || !this.seen.add(object)) {
			return;
		}
		if (object instanceof Collection<?> elements) {
			elements.forEach(this::visit);
		}
		else if (object instanceof Map<?, ?> map) {
			map.values().forEach(this::visit);
		}
		else if (object instanceof AtomicReference<?> reference) {
			visit(reference.get());
		}
		else if (object instanceof CompletableFuture<?> future && !future.isCompletedExceptionally()) {
			visit(future.getNow(null));
		}
		else if (isOurs(object.getClass())) {
			check(object);
			for (Class<?> type = object.getClass(); type != null && isOurs(type); type = type.getSuperclass()) {
				ReflectionUtils.doWithLocalFields(type, (field) -> visit(value(field, object)));
			}
		}
	}

	private static boolean isOurs(Class<?> type) {
		return type.getName().startsWith(OURS) && !type.getName().startsWith(ToStrings.class.getPackageName());
	}

	private static @Nullable Object value(Field field, Object object) throws IllegalAccessException {
		if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
			return null;
		}
		field.setAccessible(true);
		return field.get(object);
	}

	private void check(Object object) {
		this.types.add(object.getClass().getName());
		Set<String> found = Secrets.in(object.toString());
		if (!found.isEmpty()) {
			this.leaks.put(object.getClass().getName(), found);
		}
	}

	/** Return the names of the types that were seen. */
	Set<String> types() {
		return this.types;
	}

	/** Return the names of the types that let something out, and what. */
	Map<String, Set<String>> leaks() {
		return this.leaks;
	}

}
