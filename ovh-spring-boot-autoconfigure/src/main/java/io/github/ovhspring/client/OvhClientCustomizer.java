package io.github.ovhspring.client;

/**
 * Callback for beans that change the {@link OvhClient}s of the application before they
 * are built.
 */
@FunctionalInterface
public interface OvhClientCustomizer {

	/**
	 * Customize a client, whichever it is.
	 * @param builder the builder of the client
	 */
	void customize(OvhClient.Builder builder);

	/**
	 * Customize a client that is known by its name.
	 * @param name the name of the client, or {@code default} for the one without a name
	 * @param builder the builder of the client
	 */
	default void customize(String name, OvhClient.Builder builder) {
		customize(builder);
	}

}
