/**
 * Answers of the OVHcloud API as they come over the wire.
 */
@NullMarked
package io.github.ovhspring.http;

import org.jspecify.annotations.NullMarked;
