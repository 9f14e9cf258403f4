/**
 * What is generated from {@code src/main/openapi/me-bill.json}.
 */
@NullMarked
package io.github.ovhspring.sample.typed.api;

import org.jspecify.annotations.NullMarked;
