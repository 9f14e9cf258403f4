package io.github.ovhspring.test.server;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;

/**
 * WireMock's server, which hands on the target of the request line as it came. WireMock
 * itself puts the URL together from its parts and loses a trailing question mark or a
 * fragment by that, which are signed all the same.
 */
public final class RawTargetServer extends Jetty11HttpServer {

	/** Header in which the target is handed on, whatever the client sent in it. */
	public static final String TARGET_HEADER = "X-OvhSimulator-Target";

	/**
	 * Create a server.
	 */
	public RawTargetServer(Options options, AdminRequestHandler adminRequestHandler,
			StubRequestHandler stubRequestHandler) {
		super(options, adminRequestHandler, stubRequestHandler);
	}

	@Override
	public Handler[] extensionHandlers() {
		return new Handler[] { new TargetHandler() };
	}

	private static final class TargetHandler extends AbstractHandler {

		@Override
		public void handle(String target, Request baseRequest, HttpServletRequest request,
				HttpServletResponse response) {
			baseRequest.setHttpFields(
					HttpFields.build(baseRequest.getHttpFields()).put(TARGET_HEADER, baseRequest.getOriginalURI()));
		}

	}

}
