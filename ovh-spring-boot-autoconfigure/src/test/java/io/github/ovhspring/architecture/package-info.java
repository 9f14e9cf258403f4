/**
 * Rules for the code, as code.
 */
@NullMarked
package io.github.ovhspring.architecture;

import org.jspecify.annotations.NullMarked;
