package io.github.ovhspring.sample.account;

/**
 * The customer: a part of the API's {@code nichandle.Nichandle}.
 *
 * @param nichandle the customer's id
 * @param firstname the first name
 * @param name the family name
 */
record Me(String nichandle, String firstname, String name) {
}
