package io.github.ovhspring.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.auth.OvhCredentials.ApplicationKeys;
import io.github.ovhspring.auth.OvhCredentialsProvider;
import io.github.ovhspring.consumerkey.ApiCredential;
import io.github.ovhspring.consumerkey.ConsumerKeyRequest;
import io.github.ovhspring.consumerkey.PendingConsumerKey;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

/**
 * Default {@link OvhClient}.
 */
final class DefaultOvhClient implements OvhClient, DisposableBean {

	private final OvhTransport transport;

	private final OvhCredentialsProvider credentials;

	DefaultOvhClient(OvhTransport transport, OvhCredentialsProvider credentials) {
		this.transport = transport;
		this.credentials = credentials;
	}

	OvhTransport transport() {
		return this.transport;
	}

	@Override
	public DefaultOvhRequest method(HttpMethod method, String path, Object... uriVariables) {
		return this.transport.request(this.credentials, method, path, uriVariables);
	}

	@Override
	public <T> List<T> getAll(String path, Collection<?> ids, Class<T> type) {
		return this.transport.each(this.credentials, path, ids, (request) -> request.as(type));
	}

	@Override
	public <T> List<OvhResult<T>> getAllSettled(String path, Collection<?> ids, Class<T> type) {
		List<Object> given = new ArrayList<>(ids);
		List<OvhResult<T>> results = this.transport.each(this.credentials, path, given,
				(request) -> settled(request, type));
		Iterator<Object> id = given.iterator();
		results.replaceAll((result) -> new OvhResult<>(id.next(), result.value(), result.failure()));
		return results;
	}

	private static <T> OvhResult<T> settled(OvhRequest request, Class<T> type) {
		try {
			return new OvhResult<>("", request.as(type), null);
		}
		catch (RuntimeException ex) {
			return new OvhResult<>("", null, ex);
		}
	}

	@Override
	public PendingConsumerKey requestConsumerKey(ConsumerKeyRequest request) {
		application(this.credentials.getCredentials());
		return method(HttpMethod.POST, "/auth/credential").json(request.toJson())
			.unauthenticated()
			.read(PendingConsumerKey::of);
	}

	@Override
	public ApiCredential currentCredential() {
		return method(HttpMethod.GET, "/auth/currentCredential").read(ApiCredential::of);
	}

	@Override
	public OvhClient withConsumerKey(String consumerKey) {
		Assert.hasText(consumerKey, "The consumer key must not be empty");
		OvhCredentialsProvider application = this.credentials;
		if (application instanceof OvhCredentials fixed) {
			return new DefaultOvhClient(this.transport, customer(fixed, consumerKey));
		}
		return new DefaultOvhClient(this.transport, () -> customer(application.getCredentials(), consumerKey));
	}

	private static OvhCredentials customer(OvhCredentials application, String consumerKey) {
		ApplicationKeys keys = application(application);
		return new ApplicationKeys(keys.applicationKey(), keys.applicationSecret(), consumerKey);
	}

	private static ApplicationKeys application(OvhCredentials credentials) {
		if (credentials instanceof ApplicationKeys keys) {
			return keys;
		}
		throw new IllegalStateException("A consumer key belongs to an application, and this client has " + credentials
				+ ". Set ovh.application-key and ovh.application-secret");
	}

	@Override
	public Instant serverTime() {
		return this.transport.serverTime(this.credentials);
	}

	@Override
	public OvhEndpoint endpoint() {
		return this.transport.settings().endpoint();
	}

	@Override
	public RestClient restClient() {
		return this.transport.restClient(this.credentials);
	}

	@Override
	public Builder mutate() {
		return new DefaultOvhClientBuilder(this.transport.settings()).credentials(this.credentials);
	}

	@Override
	public String toString() {
		return "OvhClient for " + endpoint() + " with "
				+ ((this.credentials instanceof OvhCredentials) ? this.credentials : "credentials that may change");
	}

	/**
	 * Called with the end of the application context. A client that was made of another
	 * one leaves what they share to that.
	 */
	@Override
	public void destroy() throws Exception {
		if (this.credentials == this.transport.settings().credentials()) {
			this.transport.close();
		}
	}

}
