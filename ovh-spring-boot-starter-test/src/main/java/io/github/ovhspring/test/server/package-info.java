/**
 * The HTTP server under the simulated API, with what each of its answers has in common.
 */
@NullMarked
package io.github.ovhspring.test.server;

import org.jspecify.annotations.NullMarked;
