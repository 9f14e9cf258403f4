@NullMarked
package io.github.ovhspring.client;

import org.jspecify.annotations.NullMarked;
