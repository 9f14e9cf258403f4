/**
 * Spring Boot auto-configuration of the OVHcloud API client.
 */
@NullMarked
package io.github.ovhspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
