/**
 * The account that comes with the simulator.
 */
@NullMarked
package io.github.ovhspring.test.customer;

import org.jspecify.annotations.NullMarked;
