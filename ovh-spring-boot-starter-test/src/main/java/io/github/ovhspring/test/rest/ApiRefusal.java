package io.github.ovhspring.test.rest;

/**
 * Refusal of a call, in the newer of the API's two shapes. The API's classes and the
 * status they come with are known from its descriptions and from what users reported; the
 * messages are as near as that allows.
 */
@SuppressWarnings("serial")
public final class ApiRefusal extends RuntimeException {

	private final ApiError error;

	/**
	 * Create a refusal.
	 * @param status the HTTP status
	 * @param errorClass the API's class of errors, such as {@code Client::NotFound}
	 * @param message the message
	 */
	public ApiRefusal(int status, String errorClass, String message) {
		super(message, null, false, false);
		this.error = ApiError.newer(status, errorClass, message);
	}

	/**
	 * An object that the account does not have.
	 * @param property the property it is looked up by
	 * @param value the value it does not have
	 * @return the refusal
	 */
	public static ApiRefusal noSuchObject(String property, String value) {
		return new ApiRefusal(404, "Client::NotFound",
				"The requested object (%s = %s) does not exist".formatted(property, value));
	}

	/**
	 * A service that the account does not have.
	 * @return the refusal
	 */
	public static ApiRefusal noSuchService() {
		return new ApiRefusal(404, "Client::NotFound", "This service does not exist");
	}

	/**
	 * Input that is missing, or is not what the API's description says.
	 * @param where what the input is, such as {@code Body parameter from}
	 * @return the refusal
	 */
	public static ApiRefusal malformed(String where) {
		return new ApiRefusal(400, "Client::BadRequest", where + " isn't formated correctly");
	}

	/**
	 * Return the refusal as the answer to the call.
	 * @return the answer
	 */
	public ApiReply reply() {
		return this.error.reply();
	}

}
