package io.github.ovhspring.sample.mail;

/**
 * Redirection that there is: the API's {@code email.domain.RedirectionGlobal}.
 *
 * @param id the id
 * @param from the address that mail is redirected from
 * @param to the address that mail is redirected to
 */
record Redirection(String id, String from, String to) {
}
