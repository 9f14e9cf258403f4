/**
 * Whose account it is.
 */
@NullMarked
package io.github.ovhspring.sample.account;

import org.jspecify.annotations.NullMarked;
