/**
 * Spring Boot auto-configuration of metrics and traces.
 */
@NullMarked
package io.github.ovhspring.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
