package io.github.ovhspring.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Page of a list.
 *
 * @param <T> the type of the elements
 * @param elements the elements
 * @param next the cursor of the next page, or {@code null} if this is the last one
 */
record CursorPage<T>(List<T> elements, @Nullable String next) {
}
