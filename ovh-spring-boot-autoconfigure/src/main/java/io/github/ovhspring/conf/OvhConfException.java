package io.github.ovhspring.conf;

import java.nio.file.Path;

/**
 * Thrown when an {@code ovh.conf} cannot be read or is not written as one. The message
 * names the file, and the line where that is known, but nothing of what the file holds.
 */
@SuppressWarnings("serial") // Nobody sends this anywhere.
public final class OvhConfException extends RuntimeException {

	OvhConfException(Path file, int line, String problem) {
		super("Line " + line + " of '" + file + "' " + problem);
	}

	OvhConfException(Path file, String problem, Throwable cause) {
		super("File '" + file + "' " + problem, cause);
	}

}
