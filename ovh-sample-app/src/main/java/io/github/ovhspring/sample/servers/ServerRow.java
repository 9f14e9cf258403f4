package io.github.ovhspring.sample.servers;

import org.jspecify.annotations.Nullable;

/**
 * Row of the table of servers.
 *
 * @param server the server
 * @param burst its network burst, {@code null} where the API does not say
 */
record ServerRow(Server server, @Nullable Burst burst) {
}
