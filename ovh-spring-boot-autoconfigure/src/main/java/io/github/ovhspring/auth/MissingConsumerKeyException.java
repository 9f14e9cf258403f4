package io.github.ovhspring.auth;

/**
 * Thrown where a call has to be signed and the client has application keys only: no
 * customer has let the application in yet. Nothing was sent.
 */
public class MissingConsumerKeyException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	MissingConsumerKeyException(String message) {
		super(message);
	}

}
