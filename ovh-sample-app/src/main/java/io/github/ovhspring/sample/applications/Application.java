package io.github.ovhspring.sample.applications;

/**
 * Application: a part of the API's {@code auth.ApiApplication}.
 *
 * @param name the name
 * @param description what it is for
 * @param status {@code active}, {@code blocked}, {@code inactive} or {@code trusted}
 */
record Application(String name, String description, String status) {
}
