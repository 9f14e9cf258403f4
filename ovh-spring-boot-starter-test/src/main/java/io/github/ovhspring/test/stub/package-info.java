/**
 * The short form of stubs: what calls answer, and how they fail.
 */
@NullMarked
package io.github.ovhspring.test.stub;

import org.jspecify.annotations.NullMarked;
