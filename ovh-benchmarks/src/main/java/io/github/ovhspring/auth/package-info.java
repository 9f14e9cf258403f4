@NullMarked
package io.github.ovhspring.auth;

import org.jspecify.annotations.NullMarked;
