/**
 * The sample in a real browser.
 */
@NullMarked
package io.github.ovhspring.sample.browser;

import org.jspecify.annotations.NullMarked;
