package io.github.ovhspring.consumerkey;

import org.springframework.http.HttpMethod;

/**
 * Rule that allows calls.
 *
 * @param method the method of the calls
 * @param path the path of the calls, where {@code *} stands for anything
 */
public record AccessRule(HttpMethod method, String path) {
}
