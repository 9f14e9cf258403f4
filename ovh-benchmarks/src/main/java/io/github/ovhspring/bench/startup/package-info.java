@NullMarked
package io.github.ovhspring.bench.startup;

import org.jspecify.annotations.NullMarked;
