@NullMarked
package io.github.ovhspring.bench;

import org.jspecify.annotations.NullMarked;
