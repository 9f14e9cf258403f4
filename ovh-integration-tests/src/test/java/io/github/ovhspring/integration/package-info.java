/**
 * Tests of the starter beside libraries that applications may have.
 */
@NullMarked
package io.github.ovhspring.integration;

import org.jspecify.annotations.NullMarked;
