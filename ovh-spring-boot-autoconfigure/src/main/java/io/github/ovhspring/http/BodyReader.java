package io.github.ovhspring.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an answer as far as it goes: no more than may be, and no longer.
 */
final class BodyReader {

	private static final int UNKNOWN = 1024;

	// What a server announces is not believed before it comes.
	private static final int MOST = 64 * 1024;

	// No array can have many more bytes.
	private static final long LARGEST = Integer.MAX_VALUE - 16;

	private final long maxSize;

	private final Duration timeout;

	private byte[] bytes;

	private int size;

	/**
	 * Create a reader.
	 * @param announced the number of bytes that the body is said to have, or -1
	 * @param maxSize the number of bytes after which reading stops
	 * @param timeout the time after which reading stops
	 */
	BodyReader(long announced, long maxSize, Duration timeout) {
		this.maxSize = Math.min(maxSize, LARGEST);
		this.timeout = timeout;
		// One more, so that the end is seen without a larger array.
		this.bytes = new byte[(announced < 0) ? UNKNOWN : (int) Math.min(announced, MOST) + 1];
	}

	/**
	 * Read to the end, or as far as may be.
	 * @return why that is not the end, or {@code null}
	 */
	@Nullable IOException read(InputStream in) throws IOException {
		long start = System.nanoTime();
		for (int read = more(in); read >= 0; read = more(in)) {
			this.size += read;
			if (this.size > this.maxSize) {
				this.size = (int) this.maxSize;
				return new TooLarge(this.maxSize);
			}
			if (System.nanoTime() - start > this.timeout.toNanos()) {
				return new SocketTimeoutException("the body has not arrived within " + this.timeout.toMillis() + " ms");
			}
		}
		return null;
	}

	private int more(InputStream in) throws IOException {
		if (this.size == this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(this.size * 2L, this.maxSize + 1));
		}
		return in.read(this.bytes, this.size, this.bytes.length - this.size);
	}

	int size() {
		return this.size;
	}

	/**
	 * Return what was read, and perhaps more room behind it.
	 */
	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * The body is larger than it may be.
	 */
	// Exceptions are serializable by birth; nobody sends this one anywhere.
	@SuppressWarnings("serial")
	static final class TooLarge extends IOException {

		TooLarge(long maxSize) {
			super("the body is larger than " + maxSize + " bytes");
		}

	}

}
