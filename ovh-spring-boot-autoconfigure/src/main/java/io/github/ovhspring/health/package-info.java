/**
 * Health of the OVHcloud API.
 */
@NullMarked
package io.github.ovhspring.health;

import org.jspecify.annotations.NullMarked;
