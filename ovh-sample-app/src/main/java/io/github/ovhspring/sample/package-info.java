/**
 * Sample application of the OVHcloud API starter.
 */
@NullMarked
package io.github.ovhspring.sample;

import org.jspecify.annotations.NullMarked;
