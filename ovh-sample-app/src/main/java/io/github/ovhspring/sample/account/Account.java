package io.github.ovhspring.sample.account;

import io.github.ovhspring.auth.MissingConsumerKeyException;
import io.github.ovhspring.client.OvhApiException;
import io.github.ovhspring.client.OvhClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.client.ResourceAccessException;

/**
 * Account that this service can act for. Its key is inside the client and goes nowhere.
 */
public final class Account {

	private static final Log log = LogFactory.getLog(Account.class);

	private final String id;

	private final OvhClient ovh;

	private final boolean connected;

	private volatile @Nullable Me known;

	Account(String id, OvhClient ovh, boolean connected) {
		this.id = id;
		this.ovh = ovh;
		this.connected = connected;
	}

	/**
	 * Return the id by which pages speak of the account. It is no secret.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the client that signs with the account's key.
	 * @return the client
	 */
	public OvhClient ovh() {
		return this.ovh;
	}

	/**
	 * Return whether a customer connected it, so that it can be disconnected. Others are
	 * in the configuration of this service.
	 * @return whether it was connected
	 */
	public boolean connected() {
		return this.connected;
	}

	/**
	 * Ask the API once whose account it is.
	 * @return the customer
	 */
	public Me me() {
		Me me = this.known;
		if (me == null) {
			me = this.ovh.get("/me").as(Me.class);
			this.known = me;
		}
		return me;
	}

	/**
	 * Ask the API whose account it is, if it can be asked. A page without that is better
	 * than none.
	 */
	public void introduce() {
		try {
			me();
		}
		catch (OvhApiException | ResourceAccessException | MissingConsumerKeyException ex) {
			log.debug("The account goes by where it comes from", ex);
		}
	}

	/**
	 * Return what to call the account, without asking the API.
	 * @return the customer, or where the account comes from
	 */
	public String label() {
		Me me = this.known;
		return (me != null) ? me.label() : "account '" + this.id + "' of the configuration";
	}

}
