/**
 * Failures of the OVHcloud API as answers of this service.
 */
@NullMarked
package io.github.ovhspring.sample.errors;

import org.jspecify.annotations.NullMarked;
