/**
 * Calls that the simulated API answers by itself, from the state of its accounts.
 */
@NullMarked
package io.github.ovhspring.test.api;

import org.jspecify.annotations.NullMarked;
