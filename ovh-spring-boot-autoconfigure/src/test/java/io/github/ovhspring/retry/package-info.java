/**
 * Tests for retries.
 */
@NullMarked
package io.github.ovhspring.retry;

import org.jspecify.annotations.NullMarked;
