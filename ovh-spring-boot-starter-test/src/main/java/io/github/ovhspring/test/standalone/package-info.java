/**
 * The simulated OVHcloud API as a program of its own, for clients in any language.
 */
@NullMarked
package io.github.ovhspring.test.standalone;

import org.jspecify.annotations.NullMarked;
