/**
 * Whether calls and their answers are as OVHcloud's descriptions of its API say.
 */
@NullMarked
package io.github.ovhspring.test.contract;

import org.jspecify.annotations.NullMarked;
