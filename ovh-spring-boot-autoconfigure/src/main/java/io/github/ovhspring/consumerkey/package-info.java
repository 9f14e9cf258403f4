/**
 * Consumer keys: asking customers for access, and what they have given.
 */
@NullMarked
package io.github.ovhspring.consumerkey;

import org.jspecify.annotations.NullMarked;
