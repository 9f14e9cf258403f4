/**
 * Credentials, server clock and signature of calls to the OVHcloud API.
 */
@NullMarked
package io.github.ovhspring.auth;

import org.jspecify.annotations.NullMarked;
