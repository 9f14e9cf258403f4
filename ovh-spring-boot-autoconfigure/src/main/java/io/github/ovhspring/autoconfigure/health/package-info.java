/**
 * Spring Boot auto-configuration of the OVHcloud API's health check.
 */
@NullMarked
package io.github.ovhspring.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
