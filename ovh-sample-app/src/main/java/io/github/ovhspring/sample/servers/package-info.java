/**
 * Dedicated servers of the account.
 */
@NullMarked
package io.github.ovhspring.sample.servers;

import org.jspecify.annotations.NullMarked;
