package io.github.ovhspring.auth;

/**
 * Source of credentials that may change while the application runs, such as a vault. It
 * is asked before every attempt of a call, so it should answer from memory.
 */
@FunctionalInterface
public interface OvhCredentialsProvider {

	/**
	 * Return the credentials to use now.
	 * @return the credentials
	 */
	OvhCredentials getCredentials();

}
