package io.github.ovhspring.sample.mail;

/**
 * Redirection as the API takes it.
 *
 * @param from the address that mail is redirected from
 * @param to the address that mail is redirected to
 * @param localCopy whether a copy of the mail is kept
 */
record NewRedirection(String from, String to, boolean localCopy) {
}
