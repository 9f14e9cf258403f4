/**
 * Bills by an interface and classes that are generated from the API's own description.
 */
@NullMarked
package io.github.ovhspring.sample.typed;

import org.jspecify.annotations.NullMarked;
