package io.github.ovhspring.client;

/**
 * Callback for beans that change the {@link OvhClient} of the application before it is
 * built.
 */
@FunctionalInterface
public interface OvhClientCustomizer {

	/**
	 * Customize the client.
	 * @param builder the builder of the client
	 */
	void customize(OvhClient.Builder builder);

}
