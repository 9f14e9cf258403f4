/**
 * Mail redirections.
 */
@NullMarked
package io.github.ovhspring.sample.mail;

import org.jspecify.annotations.NullMarked;
