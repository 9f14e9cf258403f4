/**
 * Which calls are sent again after a failure, when, and how many of them.
 */
@NullMarked
package io.github.ovhspring.retry;

import org.jspecify.annotations.NullMarked;
