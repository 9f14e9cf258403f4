/**
 * Client of the OVHcloud API.
 */
@NullMarked
package io.github.ovhspring.client;

import org.jspecify.annotations.NullMarked;
