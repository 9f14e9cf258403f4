package io.github.ovhspring.sample.servers;

import org.jspecify.annotations.Nullable;

/**
 * Dedicated server: a part of the API's {@code dedicated.server.Dedicated}.
 *
 * @param name the name
 * @param reverse the name by which the server's address is known
 * @param datacenter the data centre that it stands in, such as {@code sbg1}
 * @param commercialRange what it was sold as
 * @param os the operating system
 * @param state {@code ok}, {@code error}, {@code hacked} or {@code hackedBlocked}
 */
record Server(String name, @Nullable String reverse, String datacenter, @Nullable String commercialRange,
		@Nullable String os, @Nullable String state) {
}
