package io.github.ovhspring.test.check;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.ovhspring.test.account.SimulatedKeys;
import io.github.ovhspring.test.account.SimulatedClock;
import io.github.ovhspring.test.rest.ApiError;
import io.github.ovhspring.test.server.RawTargetServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the API would refuse before it looks at the call itself.
 */
public final class RequestCheck implements StubRequestFilterV2 {

	private static final Log logger = LogFactory.getLog(RequestCheck.class);

	private static final Refusal NOTHING_SHOWN = new Refusal(ApiError.UNAUTHORIZED, "");

	private final SimulatedKeys keys;

	private final OpenCalls openCalls;

	private final SignatureCheck signatureCheck;

	private volatile boolean newerErrors;

	/**
	 * Create a check.
	 * @param keys what may be shown
	 * @param clock the clock that timestamps have to be near to
	 * @param openCalls the calls that need no signature
	 */
	public RequestCheck(SimulatedKeys keys, SimulatedClock clock, OpenCalls openCalls) {
		this.keys = keys;
		this.openCalls = openCalls;
		this.signatureCheck = new SignatureCheck(keys, clock);
	}

	/**
	 * Set whether to refuse by errors in their newer shape.
	 */
	public void setNewerErrors(boolean newerErrors) {
		this.newerErrors = newerErrors;
	}

	@Override
	public String getName() {
		return "ovh-request-check";
	}

	@Override
	public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
		ReceivedCall call = ReceivedCall.of(request);
		Refusal refusal = this.openCalls.isNeverChecked(call) ? null : refusal(call);
		if (refusal == null) {
			return RequestFilterAction.continueWith(asItCame(request));
		}
		if (refusal != NOTHING_SHOWN) {
			logger.warn(call + " is refused: " + refusal.reason());
		}
		ApiError error = this.newerErrors ? refusal.error().newer() : refusal.error();
		return RequestFilterAction.stopWith(error.reply().definition());
	}

	private static Request asItCame(Request request) {
		return RequestWrapper.create().removeHeader(RawTargetServer.TARGET_HEADER).wrap(request);
	}

	private @Nullable Refusal refusal(ReceivedCall call) {
		if (call.signature() != null) {
			return this.signatureCheck.refusal(call, call.signature());
		}
		if (call.bearer() != null) {
			return this.keys.tokenOwner(call.bearer()).isPresent() ? null
					: new Refusal(ApiError.UNAUTHORIZED, "its bearer token is unknown, revoked or expired");
		}
		return this.openCalls.mayBeUnsigned(call) ? null : NOTHING_SHOWN;
	}

}
