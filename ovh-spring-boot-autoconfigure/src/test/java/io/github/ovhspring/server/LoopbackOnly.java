package io.github.ovhspring.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps tests from calling anything but this machine: every HTTP client asks for a proxy
 * first, and gets an error for other hosts.
 */
public final class LoopbackOnly extends ProxySelector implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		ProxySelector.setDefault(this);
	}

	@Override
	public List<Proxy> select(URI uri) {
		if (!isLoopback(uri.getHost())) {
			throw new IllegalStateException("A test calls " + uri.getHost() + ": tests talk to loopback alone");
		}
		return List.of(Proxy.NO_PROXY);
	}

	// Only literal addresses and "localhost" are resolved without asking a name server.
	private static boolean isLoopback(String host) {
		try {
			return host.equals("localhost")
					|| (host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException ex) {
		// Whoever wanted the connection hears of it.
	}

}
