/**
 * Code that the README shows.
 */
@NullMarked
package io.github.ovhspring.sample.readme;

import org.jspecify.annotations.NullMarked;
