package io.github.ovhspring.test;

import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.CountMatchingStrategy;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedClient;
import io.github.ovhspring.test.account.SimulatedClock;
import io.github.ovhspring.test.api.OwnAnswers;
import io.github.ovhspring.test.check.OpenCalls;
import io.github.ovhspring.test.check.RequestCheck;
import io.github.ovhspring.test.contract.ApiContract;
import io.github.ovhspring.test.contract.ContractCheck;
import io.github.ovhspring.test.customer.SimulatedAccount;
import io.github.ovhspring.test.server.QueryIdHeader;
import io.github.ovhspring.test.server.ServerCertificate;
import io.github.ovhspring.test.server.ServerOptions;
import io.github.ovhspring.test.stub.FaultFilter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * A simulated OVHcloud API on the loopback interface. It knows an application with a
 * consumer key and a service account, all made up anew for each simulator unless they are
 * {@linkplain #builder() given}, and refuses with the API's own errors what is not signed
 * with them or does not show a token.
 * <p>
 * What a call then answers is said in WireMock's language, with URLs as they go over the
 * wire:
 *
 * <pre class="code">
 * try (OvhSimulator ovh = OvhSimulator.start()) {
 *     ovh.stubFor(get("/1.0/me").willReturn(okJson("{\"nichandle\":\"jd1-ovh\"}")));
 *     // … call it …
 *     ovh.verify(getRequestedFor(urlEqualTo("/1.0/me")));
 * }
 * </pre>
 *
 * or in a {@linkplain #get short form} for the common cases, with paths as the API's
 * documentation writes them:
 *
 * <pre class="code">
 * ovh.get("/me").answers(Map.of("nichandle", "jd1-ovh"));
 * ovh.collection("/me/bill", "billId", bills);
 * ovh.fails("/me/bill", OvhFault.serviceUnavailable().times(2));
 * </pre>
 *
 * Faults come first, then WireMock's stubs, then the short form. Next, calls below
 * {@code /auth} and {@code /me/api} are answered from the simulator's {@linkplain #keys()
 * keys} and clock, and others from the made-up {@linkplain #account() account}, if it was
 * asked for. What is left is answered by 404, as a call that the API does not have.
 * <p>
 * Thread-safe. With Spring, see {@link EnableOvhSimulator @EnableOvhSimulator}.
 */
public final class OvhSimulator extends OvhSimulatorStubs implements AutoCloseable {

	private static final String UNNAMED = "";

	private final SimulatedClock clock;

	private final SimulatedKeys keys;

	private final OptionalAccount account;

	private final OpenCalls openCalls = new OpenCalls();

	private final RequestCheck requestCheck;

	private final ContractCheck contractCheck = new ContractCheck();

	private final @Nullable ServerCertificate certificate;

	private final WireMockServer server;

	private volatile String origin = "";

	OvhSimulator(OvhSimulatorBuilder builder) {
		this.clock = new SimulatedClock(builder.clockOffset());
		this.account = new OptionalAccount(this.clock::instant, builder.hasAccount());
		this.keys = new SimulatedKeys(this.clock);
		this.keys.addClient(UNNAMED, builder.keys());
		this.requestCheck = new RequestCheck(this.keys, this.clock, this.openCalls);
		this.certificate = builder.isHttps() ? ServerCertificate.make() : null;
		this.server = new WireMockServer(
				new ServerOptions(builder.port(), this.certificate).maxRequestJournalEntries(builder.journal())
					.extensions(this.requestCheck, new FaultFilter(this.stubs),
							new OwnAnswers(this.keys, this.clock, this::origin, this.stubs, this.account::answer),
							this.contractCheck, new QueryIdHeader()));
		this.server.start();
		this.origin = this.server.baseUrl().replace("localhost", ServerOptions.LOOPBACK);
	}

	/**
	 * Start a simulator that speaks HTTP on a free port.
	 * @return the simulator, to be {@linkplain #close() closed}
	 */
	public static OvhSimulator start() {
		return builder().start();
	}

	/**
	 * Return a builder for a simulator on a given port, with HTTPS, or with given keys.
	 * @return the builder
	 */
	public static OvhSimulatorBuilder builder() {
		return new OvhSimulatorBuilder();
	}

	/**
	 * Stop the simulator and free its port.
	 */
	@Override
	public void close() {
		this.server.stop();
	}

	private String origin() {
		return this.origin;
	}

	/**
	 * Return what to point a client at, as value of {@code ovh.endpoint} for example.
	 * @return the URL, such as {@code http://127.0.0.1:38157/1.0}
	 */
	public String endpoint() {
		return this.origin + "/1.0";
	}

	/**
	 * Return the key of the application that the client without a name is.
	 * @return the application key
	 */
	public String applicationKey() {
		return client().application().applicationKey();
	}

	/**
	 * Return the secret of the application that the client without a name is.
	 * @return the application secret
	 */
	public String applicationSecret() {
		return client().application().applicationSecret();
	}

	/**
	 * Return the consumer key of the client without a name, which is validated and may
	 * make every call.
	 * @return the consumer key
	 */
	public String consumerKey() {
		return client().consumerKey().consumerKey();
	}

	/**
	 * Return where service accounts get their tokens, as value of {@code ovh.token-uri}
	 * for example.
	 * @return the URL, such as {@code http://127.0.0.1:38157/auth/oauth2/token}
	 */
	public String tokenUri() {
		return this.origin + OpenCalls.TOKEN;
	}

	/**
	 * Return what the client without a name shows.
	 * @return its application, consumer key and service account
	 */
	public SimulatedClient client() {
		return client(UNNAMED);
	}

	/**
	 * Return what the client shows that is configured by {@code ovh.clients.<name>.*}:
	 * keys of its own, by which its calls can be told from those of others.
	 * @param name the name of the client
	 * @return its application, consumer key and service account
	 */
	public SimulatedClient client(String name) {
		return this.keys.client(name);
	}

	/**
	 * Return all applications, consumer keys and service accounts, to add to them or to
	 * validate, refuse or expire a consumer key. What the customer has is in the
	 * {@linkplain #account() account}.
	 * @return the keys
	 */
	public SimulatedKeys keys() {
		return this.keys;
	}

	/**
	 * Return endpoint and application keys as a bean that the auto-configured client
	 * connects by. It replaces what properties and {@code ovh.conf} say.
	 * @return the connection details
	 */
	public OvhConnectionDetails connectionDetails() {
		return connectionDetails(SimulatedAuthentication.CONSUMER_KEY, Map.of());
	}

	/**
	 * Return endpoint and credentials as a bean that the auto-configured clients connect
	 * by. It replaces what properties and {@code ovh.conf} say.
	 * @param authentication how clients authenticate
	 * @param named how those clients do that differ, by name
	 * @return the connection details
	 */
	public OvhConnectionDetails connectionDetails(SimulatedAuthentication authentication,
			Map<String, SimulatedAuthentication> named) {
		return new SimulatorConnectionDetails(this, UNNAMED, authentication, Map.copyOf(named));
	}

	/**
	 * Return the SSL bundle of a client that trusts this simulator.
	 * @return the bundle, or {@code null} if the simulator speaks HTTP
	 */
	public @Nullable SslBundle sslBundle() {
		return (this.certificate != null) ? SslBundle.of(SslStoreBundle.of(null, null, this.certificate.trustStore()))
				: null;
	}

	/**
	 * Return the certificate of this simulator in PEM form, for clients in other
	 * languages to trust.
	 * @return the certificate, or {@code null} if the simulator speaks HTTP
	 */
	public @Nullable String certificate() {
		return (this.certificate != null) ? this.certificate.pem() : null;
	}

	/**
	 * Say how a call is answered. The stub is considered only after the simulator has
	 * accepted the call's keys, timestamp and signature.
	 * @param stub the stub, with its URL as it goes over the wire: {@code /1.0/me}
	 * @return the stub
	 */
	public StubMapping stubFor(MappingBuilder stub) {
		return this.server.stubFor(stub);
	}

	/**
	 * Answer as the {@linkplain SimulatedAccount made-up account}, until the simulator is
	 * {@linkplain #reset() reset}. Stubs come before it. Who may read it is said by
	 * {@linkplain #keys() keys}.
	 * @return the account, the same one for each call
	 */
	public SimulatedAccount account() {
		return this.account.open();
	}

	/**
	 * Hold calls and answers from now on against descriptions of the API, in OpenAPI 3.0
	 * or in OVHcloud's own form, both as JSON. They replace those that were checked
	 * before.
	 * @param descriptions locations of all descriptions that are needed, such as
	 * {@code classpath:me.json} or {@code file:src/test/me.json}
	 * @return what is found, to {@linkplain ApiContract#assertSatisfied() assert} at the
	 * end or to {@linkplain ApiContract#failAtOnce() fail at once}
	 * @throws IllegalArgumentException if one cannot be read
	 */
	public ApiContract contract(String... descriptions) {
		return this.contractCheck.begin(descriptions);
	}

	/**
	 * Let calls without a signature reach their stubs, as the API does for some paths.
	 * Those that have one are still checked.
	 * @param paths the paths as they go over the wire, where {@code *} stands for any
	 * characters: {@code /1.0/order/catalog/*}
	 */
	public void allowUnsigned(String... paths) {
		this.openCalls.add(paths);
	}

	/**
	 * Refuse calls by errors with a {@code class} in place of an {@code errorCode}, where
	 * the API was seen to have both shapes: for calls that are not granted, and for
	 * unknown application keys.
	 */
	public void useNewerErrors() {
		this.requestCheck.setNewerErrors(true);
	}

	/**
	 * Make the simulator's clock wrong. Signed calls are refused if their timestamp is
	 * more than 30 seconds from it; that number is ours, as the API's is not known.
	 * @param offset how far the clock is ahead of the true time, or behind it if negative
	 */
	public void setClockOffset(Duration offset) {
		this.clock.setOffset(offset);
	}

	/**
	 * Step the simulator's clock, by which keys and tokens end too.
	 * @param step how far to put it forward, or back if negative
	 */
	public void advanceClock(Duration step) {
		this.clock.advance(step);
	}

	/**
	 * Verify that a call was made at least once. Calls that were refused count too. Of
	 * more than 10 000 calls the {@linkplain OvhSimulatorBuilder#journal last ones} are
	 * known.
	 * @param call the call
	 * @throws com.github.tomakehurst.wiremock.client.VerificationException if it was not
	 */
	public void verify(RequestPatternBuilder call) {
		this.server.verify(call);
	}

	/**
	 * Verify how often a call was made. Calls that were refused count too.
	 * @param count how often exactly
	 * @param call the call
	 * @throws com.github.tomakehurst.wiremock.client.VerificationException if it was made
	 * less or more often
	 */
	public void verify(int count, RequestPatternBuilder call) {
		this.server.verify(count, call);
	}

	/**
	 * Verify how often a call was made. Calls that were refused count too.
	 * @param count how often
	 * @param call the call
	 * @throws com.github.tomakehurst.wiremock.client.VerificationException if it was made
	 * less or more often
	 */
	public void verify(CountMatchingStrategy count, RequestPatternBuilder call) {
		this.server.verify(count, call);
	}

	/**
	 * Forget stubs, faults, calls, the {@linkplain #contract contract}, what was written
	 * to the {@linkplain #account() account}, {@linkplain #allowUnsigned allowed paths},
	 * what was added to or changed in the {@linkplain #keys() keys}, and how the clock
	 * was set. Address and keys stay.
	 */
	public void reset() {
		this.server.resetAll();
		this.openCalls.reset();
		this.requestCheck.setNewerErrors(false);
		this.stubs.reset();
		this.contractCheck.end();
		this.account.reset();
		this.keys.reset();
		this.clock.reset();
	}

	/**
	 * Return the server underneath, for all of WireMock that this class does not pass on:
	 * scenarios, the journal of calls, faults.
	 * @return the server
	 */
	public WireMockServer wireMockServer() {
		return this.server;
	}

	@Override
	public String toString() {
		return "simulated OVHcloud API at " + endpoint();
	}

}
