/**
 * Metrics and traces of calls to the OVHcloud API.
 */
@NullMarked
package io.github.ovhspring.observation;

import org.jspecify.annotations.NullMarked;
