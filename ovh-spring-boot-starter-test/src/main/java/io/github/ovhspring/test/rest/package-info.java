/**
 * How the simulator's own answers are found and written, whatever they are about.
 */
@NullMarked
package io.github.ovhspring.test.rest;

import org.jspecify.annotations.NullMarked;
