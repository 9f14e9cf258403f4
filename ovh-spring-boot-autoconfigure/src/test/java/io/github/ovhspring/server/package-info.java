/**
 * Loopback servers that tests talk to.
 */
@NullMarked
package io.github.ovhspring.server;

import org.jspecify.annotations.NullMarked;
