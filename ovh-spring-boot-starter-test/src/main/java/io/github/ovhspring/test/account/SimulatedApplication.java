package io.github.ovhspring.test.account;

/**
 * Application that the simulated API knows.
 *
 * @param id the id, {@code applicationId} in the API
 * @param name the name
 * @param applicationKey the key
 * @param applicationSecret the secret, which signs calls
 */
public record SimulatedApplication(long id, String name, String applicationKey, String applicationSecret) {

	@Override
	public String toString() {
		return "application '" + this.name + "'";
	}

}
