package io.github.ovhspring.test.check;

import io.github.ovhspring.test.rest.ApiError;

/**
 * What a call is refused with.
 *
 * @param error what the API answers
 * @param reason what it does not tell, for the log: no secret
 */
record Refusal(ApiError error, String reason) {
}
