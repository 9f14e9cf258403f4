/**
 * Spring Boot auto-configuration of what the actuator shows.
 */
@NullMarked
package io.github.ovhspring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
