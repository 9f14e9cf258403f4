package io.github.ovhspring.consumerkey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consumer key that the customer has yet to validate.
 *
 * @param consumerKey the key: a secret
 * @param validationUrl the page where the customer decides
 * @param state the state of the key, {@code pendingValidation} for a new one
 */
public record PendingConsumerKey(String consumerKey, String validationUrl, String state) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Read the answer to {@code POST /auth/credential}.
	 * @param json the answer
	 * @return the key
	 * @throws RuntimeException if it is not such an answer
	 */
	public static PendingConsumerKey of(String json) {
		JsonNode answer = JSON.readTree(json);
		return new PendingConsumerKey(answer.required("consumerKey").stringValue(),
				answer.required("validationUrl").stringValue(), answer.required("state").stringValue());
	}

	@Override
	public String toString() {
		return "PendingConsumerKey[state=" + this.state + "]";
	}

}
