/**
 * Spring Boot auto-configuration of HTTP service interfaces that call the OVHcloud API.
 */
@NullMarked
package io.github.ovhspring.autoconfigure.service;

import org.jspecify.annotations.NullMarked;
