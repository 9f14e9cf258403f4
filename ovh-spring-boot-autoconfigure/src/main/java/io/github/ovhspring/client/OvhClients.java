package io.github.ovhspring.client;

import java.util.Set;

/**
 * The clients of an application that has several: for accounts or endpoints of its own,
 * each configured by {@code ovh.clients.<name>.*}. Customers that let one application
 * into their accounts need none of this, but {@link OvhClient#withConsumerKey}.
 * <p>
 * Each named client is also a bean, to be injected as
 * {@code @Qualifier("<name>") OvhClient}.
 */
public interface OvhClients {

	/**
	 * Return the client without a name, which is what {@code OvhClient} alone injects.
	 * @return the client
	 * @throws IllegalStateException if there is none
	 */
	OvhClient get();

	/**
	 * Return a client by its name.
	 * @param name the name
	 * @return the client
	 * @throws IllegalArgumentException if there is no client of that name
	 */
	OvhClient get(String name);

	/**
	 * Return the names of the clients that have one.
	 * @return the names
	 */
	Set<String> names();

}
