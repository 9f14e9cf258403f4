package io.github.ovhspring.sample.kvm;

import org.jspecify.annotations.Nullable;

/**
 * Access that somebody asked for.
 *
 * @param server the name of the server
 * @param task what opens it
 * @param link the way to the server, {@code null} while it is not open
 */
record KvmAccess(String server, KvmTask task, @Nullable KvmLink link) {
}
