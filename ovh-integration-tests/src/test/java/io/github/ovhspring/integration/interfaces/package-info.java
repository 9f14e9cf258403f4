/**
 * An application with one interface and no other line of configuration than its keys.
 */
@NullMarked
package io.github.ovhspring.integration.interfaces;

import org.jspecify.annotations.NullMarked;
