/**
 * Finding and reading {@code ovh.conf}, the configuration file of the other OVHcloud
 * clients.
 */
@NullMarked
package io.github.ovhspring.conf;

import org.jspecify.annotations.NullMarked;
