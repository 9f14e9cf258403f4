package io.github.ovhspring.sample.servers;

/**
 * Network burst, beyond the bandwidth that a server has: a part of the API's
 * {@code dedicated.server.ServerBurst}.
 *
 * @param status {@code active}, {@code inactive} or {@code inactiveLocked}
 */
record Burst(String status) {

	static final Burst ACTIVE = new Burst("active");

}
