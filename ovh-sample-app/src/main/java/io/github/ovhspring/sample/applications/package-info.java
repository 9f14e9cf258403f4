/**
 * Applications that may act for the account.
 */
@NullMarked
package io.github.ovhspring.sample.applications;

import org.jspecify.annotations.NullMarked;
