/**
 * Simulated OVHcloud API to test applications against.
 */
@NullMarked
package io.github.ovhspring.test;

import org.jspecify.annotations.NullMarked;
