package io.github.ovhspring.test.account;

import java.util.Arrays;
import java.util.Optional;

/**
 * State of a consumer key, {@code auth.CredentialStateEnum} in the API.
 */
public enum ConsumerKeyState {

	/** The customer has not decided yet. */
	PENDING_VALIDATION("pendingValidation"),

	/** The customer has agreed. */
	VALIDATED("validated"),

	/** The customer has refused. */
	REFUSED("refused"),

	/** Its time is over. */
	EXPIRED("expired");

	private final String value;

	ConsumerKeyState(String value) {
		this.value = value;
	}

	/**
	 * Return the state as the API writes it.
	 * @return the state, such as {@code pendingValidation}
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Return the state that the API writes so.
	 * @param value the state as the API writes it
	 * @return the state, if there is one
	 */
	public static Optional<ConsumerKeyState> of(String value) {
		return Arrays.stream(values()).filter((state) -> state.value.equals(value)).findFirst();
	}

}
