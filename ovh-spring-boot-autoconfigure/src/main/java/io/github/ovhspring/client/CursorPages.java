package io.github.ovhspring.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Elements of a list that comes in pages. A page is asked for when its first element is,
 * and forgotten before the next one is asked for.
 *
 * @param <T> the type of the elements
 */
final class CursorPages<T> implements Spliterator<T> {

	private final Source<T> source;

	private Iterator<T> elements = Collections.emptyIterator();

	private @Nullable String cursor;

	private int read;

	private boolean last;

	CursorPages(Source<T> source) {
		this.source = source;
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		while (!this.elements.hasNext()) {
			if (this.last) {
				return false;
			}
			next();
		}
		action.accept(this.elements.next());
		return true;
	}

	private void next() {
		this.elements = Collections.emptyIterator();
		CursorPage<T> page = this.source.page(this.cursor, this.read + 1);
		this.read++;
		this.cursor = page.next();
		this.last = this.cursor == null;
		this.elements = page.elements().iterator();
	}

	// Whoever splits reads ahead.
	@Override
	public @Nullable Spliterator<T> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return Long.MAX_VALUE;
	}

	@Override
	public int characteristics() {
		return ORDERED;
	}

	/**
	 * Where the pages come from.
	 */
	interface Source<T> {

		CursorPage<T> page(@Nullable String cursor, int number);

	}

}
