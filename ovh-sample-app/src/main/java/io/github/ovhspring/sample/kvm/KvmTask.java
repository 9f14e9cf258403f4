package io.github.ovhspring.sample.kvm;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Work that opens the access: a part of the API's {@code dedicated.server.Task}.
 *
 * @param taskId the id
 * @param status {@code init}, {@code todo}, {@code doing}, {@code done},
 * {@code cancelled}, {@code customerError} or {@code ovhError}
 * @param comment what the API says of it
 */
record KvmTask(long taskId, String status, @Nullable String comment) {

	private static final Set<String> UNFINISHED = Set.of("init", "todo", "doing");

	public boolean finished() {
		return !UNFINISHED.contains(this.status);
	}

	public boolean done() {
		return this.status.equals("done");
	}

}
