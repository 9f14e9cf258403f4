package io.github.ovhspring.sample.mail;

import java.time.OffsetDateTime;

/**
 * Work that the API does later: a part of its {@code email.domain.TaskSpecialAccount}.
 *
 * @param id the id
 * @param action what is done: {@code add}, {@code change} or {@code delete}
 * @param account the address that it is done to
 * @param domain the domain of that
 * @param date when it was asked for
 */
record Task(String id, String action, String account, String domain, OffsetDateTime date) {
}
