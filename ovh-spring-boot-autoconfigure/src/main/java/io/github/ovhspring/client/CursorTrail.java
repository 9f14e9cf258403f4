package io.github.ovhspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Cursors of one walk, of which no more than two are kept, however many there are. It
 * knows one that comes twice in a row at once, and any other that comes again by Brent's
 * algorithm: at the latest when three times as many have come as differ.
 */
final class CursorTrail {

	private @Nullable String last;

	private @Nullable String kept;

	private long steps;

	private long limit = 1;

	/**
	 * Note the next cursor.
	 * @return whether it is known to have been there before
	 */
	boolean repeats(String cursor) {
		boolean repeats = cursor.equals(this.last) || cursor.equals(this.kept);
		this.last = cursor;
		this.steps++;
		if (this.steps == this.limit) {
			this.kept = cursor;
			this.steps = 0;
			this.limit *= 2;
		}
		return repeats;
	}

}
