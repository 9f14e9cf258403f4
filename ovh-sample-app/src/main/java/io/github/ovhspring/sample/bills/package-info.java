/**
 * Bills of the account.
 */
@NullMarked
package io.github.ovhspring.sample.bills;

import org.jspecify.annotations.NullMarked;
