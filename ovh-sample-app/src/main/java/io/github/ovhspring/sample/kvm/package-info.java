/**
 * Screen and keyboard of a server over the network.
 */
@NullMarked
package io.github.ovhspring.sample.kvm;

import org.jspecify.annotations.NullMarked;
