/**
 * What the simulated API refuses before it looks at a call itself, and why.
 */
@NullMarked
package io.github.ovhspring.test.check;

import org.jspecify.annotations.NullMarked;
