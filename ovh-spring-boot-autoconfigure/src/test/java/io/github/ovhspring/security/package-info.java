/**
 * Tests for the promises of docs/security.md.
 */
@NullMarked
package io.github.ovhspring.security;

import org.jspecify.annotations.NullMarked;
