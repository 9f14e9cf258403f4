/**
 * Many calls at once, for long, while things happen to the API.
 */
@NullMarked
package io.github.ovhspring.endurance;

import org.jspecify.annotations.NullMarked;
