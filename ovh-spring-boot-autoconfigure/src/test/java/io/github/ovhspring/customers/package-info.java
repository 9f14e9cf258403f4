/**
 * A service for many customers, each with a consumer key.
 */
@NullMarked
package io.github.ovhspring.customers;

import org.jspecify.annotations.NullMarked;
