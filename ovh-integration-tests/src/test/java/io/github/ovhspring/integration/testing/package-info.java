/**
 * The recipes of {@code docs/testing.md}: an application and its tests, as users write
 * them.
 */
@NullMarked
package io.github.ovhspring.integration.testing;

import org.jspecify.annotations.NullMarked;
