package io.github.ovhspring.sample.servers;

/**
 * Dedicated server: a part of the API's {@code dedicated.server.Dedicated}.
 *
 * @param name the name
 * @param datacenter the data centre that it stands in, such as {@code sbg1}
 */
record Server(String name, String datacenter) {
}
