/**
 * Auto-configuration of mock servers in tests of HTTP clients, {@code @RestClientTest}.
 */
@NullMarked
package io.github.ovhspring.autoconfigure.mock;

import org.jspecify.annotations.NullMarked;
