package io.github.ovhspring.sample.applications;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * What lets an application in: a part of the API's {@code auth.ApiCredential}.
 *
 * @param credentialId the id
 * @param creation when the account's owner let the application in
 * @param expiration when that ends
 * @param lastUse when the application last made a call
 */
record Credential(long credentialId, OffsetDateTime creation, @Nullable OffsetDateTime expiration,
		@Nullable OffsetDateTime lastUse) {
}
