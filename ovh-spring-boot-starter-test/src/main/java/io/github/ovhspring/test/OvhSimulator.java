package io.github.ovhspring.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.CountMatchingStrategy;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.ovhspring.auth.OvhCredentials;
import io.github.ovhspring.autoconfigure.OvhConnectionDetails;
import io.github.ovhspring.client.OvhEndpoint;
import io.github.ovhspring.test.customer.SimulatedAccount;

/**
 * A simulated OVHcloud API on a free port of the loopback interface. It knows one
 * application with one consumer key, both made up anew for each simulator, and refuses
 * with the API's own errors what is not signed with them.
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
 * A call without a stub is answered by 404, as one that the API does not have. The
 * exception is {@code GET /1.0/auth/time} (and {@code /v1}), which needs neither a stub
 * nor a signature; a stub replaces its answer too.
 * <p>
 * Thread-safe. With Spring, see {@link EnableOvhSimulator @EnableOvhSimulator}.
 */
public final class OvhSimulator implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";

	private final SimulatedKeys keys = SimulatedKeys.random();

	private final SimulatedClock clock = new SimulatedClock();

	private final OptionalAccount account = new OptionalAccount(this.clock::instant);

	private final List<String> unsignedPaths = new CopyOnWriteArrayList<>();

	private final WireMockServer server;

	private final String endpoint;

	private OvhSimulator() {
		this.server = new WireMockServer(WireMockConfiguration.options()
			.bindAddress(LOOPBACK)
			.dynamicPort()
			// An upgrade to HTTP/2 would leave no request line to check.
			.http2PlainDisabled(true)
			.httpServerFactory(RawTargetServer::new)
			.extensions(new RequestCheck(this.keys, this.clock, this.unsignedPaths),
					new OwnAnswers(this.clock, this.account), new QueryIdHeader()));
		this.server.start();
		this.endpoint = "http://" + LOOPBACK + ":" + this.server.port() + "/1.0";
	}

	/**
	 * Start a simulator.
	 * @return the simulator, to be {@linkplain #close() closed}
	 */
	public static OvhSimulator start() {
		return new OvhSimulator();
	}

	/**
	 * Stop the simulator and free its port.
	 */
	@Override
	public void close() {
		this.server.stop();
	}

	/**
	 * Return what to point a client at, as value of {@code ovh.endpoint} for example.
	 * @return the URL, such as {@code http://127.0.0.1:38157/1.0}
	 */
	public String endpoint() {
		return this.endpoint;
	}

	/**
	 * Return the key of the application that the simulator knows.
	 * @return the application key
	 */
	public String applicationKey() {
		return this.keys.applicationKey();
	}

	/**
	 * Return the secret of the application that the simulator knows.
	 * @return the application secret
	 */
	public String applicationSecret() {
		return this.keys.applicationSecret();
	}

	/**
	 * Return the consumer key that the simulator knows, which is validated and may make
	 * every call.
	 * @return the consumer key
	 */
	public String consumerKey() {
		return this.keys.consumerKey();
	}

	/**
	 * Return endpoint and keys as a bean that the auto-configured client connects by. It
	 * replaces what properties and {@code ovh.conf} say.
	 * @return the connection details
	 */
	public OvhConnectionDetails connectionDetails() {
		return new SimulatorConnectionDetails(OvhEndpoint.of(this.endpoint),
				OvhCredentials.applicationKeys(applicationKey(), applicationSecret(), consumerKey()));
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
	 * {@linkplain #reset() reset}. Stubs come before it.
	 * @return the account, the same one for each call
	 */
	public SimulatedAccount account() {
		return this.account.open();
	}

	/**
	 * Let calls without a signature reach their stubs, as the API does for some paths.
	 * Those that have one are still checked.
	 * @param paths the paths as they go over the wire, where {@code *} stands for any
	 * characters: {@code /1.0/order/catalog/*}
	 */
	public void allowUnsigned(String... paths) {
		this.unsignedPaths.addAll(List.of(paths));
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
	 * Verify that a call was made at least once. Calls that were refused count too.
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
	 * Forget stubs, calls, the {@linkplain #account() account},
	 * {@linkplain #allowUnsigned allowed paths} and the {@linkplain #setClockOffset
	 * clock's offset}. Address and keys stay.
	 */
	public void reset() {
		this.server.resetAll();
		this.unsignedPaths.clear();
		this.account.close();
		this.clock.setOffset(Duration.ZERO);
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
		return "simulated OVHcloud API at " + this.endpoint;
	}

}
