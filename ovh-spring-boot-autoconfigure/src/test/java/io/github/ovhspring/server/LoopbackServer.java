package io.github.ovhspring.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * HTTP server on a loopback socket that takes the request line for what it is: it parses
 * no URI, and so shares no mistake with a client.
 */
public final class LoopbackServer implements AutoCloseable {

	private final String scheme;

	private final ServerSocket socket;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final AtomicInteger accepted = new AtomicInteger();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private volatile Function<Call, Reply> handler;

	private volatile boolean resetting;

	private volatile boolean deaf;

	private volatile Socket holder = new Socket();

	private final boolean forgetful;

	private final Thread acceptor = new Thread(this::accept, "loopback-server");

	private LoopbackServer(String scheme, int port, boolean forgetful, ServerSocketFactory sockets,
			Function<Call, Reply> handler) {
		this.scheme = scheme;
		this.forgetful = forgetful;
		this.handler = handler;
		try {
			this.socket = sockets.createServerSocket(port, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static LoopbackServer start(Function<Call, Reply> handler) {
		return start("http", ServerSocketFactory.getDefault(), handler);
	}

	/** A server that shows a certificate. */
	public static LoopbackServer start(SSLContext certificate, Function<Call, Reply> handler) {
		return start("https", certificate.getServerSocketFactory(), handler);
	}

	private static LoopbackServer start(String scheme, ServerSocketFactory sockets, Function<Call, Reply> handler) {
		return new LoopbackServer(scheme, 0, false, sockets, handler).start();
	}

	/** A server on a port, 0 for any, that does not keep the calls: there are many. */
	public static LoopbackServer start(int port, Function<Call, Reply> handler) {
		return new LoopbackServer("http", port, true, ServerSocketFactory.getDefault(), handler).start();
	}

	private LoopbackServer start() {
		this.acceptor.setDaemon(true);
		this.acceptor.start();
		return this;
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "loopback-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.accepted.incrementAndGet();
				if (this.deaf) {
					return;
				}
				this.connections.add(connection);
				daemon(() -> serve(connection));
			}
			catch (IOException ex) {
				// The server was closed.
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			if (this.resetting && in.read() >= 0) {
				reset(connection);
				return;
			}
			for (String line = line(in); !line.isEmpty(); line = line(in)) {
				Call call = read(line, in);
				if (!this.forgetful) {
					this.calls.add(call);
				}
				Reply reply = this.handler.apply(call);
				if (reply == Reply.RESET) {
					reset(connection);
					return;
				}
				connection.getOutputStream().write(reply.bytes());
				connection.getOutputStream().flush();
				reply.rest().write(connection.getOutputStream());
				if (reply.close()) {
					return;
				}
			}
		}
		catch (IOException ex) {
			// The client went away.
		}
		finally {
			this.connections.remove(connection);
		}
	}

	private static void reset(Socket connection) throws IOException {
		connection.setSoLinger(true, 0);
		connection.close();
	}

	private static Call read(String requestLine, InputStream in) throws IOException {
		int first = requestLine.indexOf(' ');
		int last = requestLine.lastIndexOf(' ');
		List<String> lines = new ArrayList<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			lines.add(line);
		}
		var headers = Call.headers(lines);
		byte[] body = "chunked".equals(headers.get("Transfer-Encoding")) ? chunks(in)
				: in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
		return new Call(requestLine.substring(0, first), requestLine.substring(first + 1, last), headers, body);
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
			body.write(in.readNBytes(size));
			line(in);
		}
		line(in);
		return body.toByteArray();
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
			line.write(c);
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

	public void answer(Function<Call, Reply> handler) {
		this.handler = handler;
	}

	public void answer(Reply reply) {
		answer((call) -> call.target().endsWith("/auth/time") ? SigningApi.time() : reply);
	}

	public String url() {
		return this.scheme + "://" + authority() + "/1.0";
	}

	public String authority() {
		return "127.0.0.1:" + port();
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	public int accepted() {
		return this.accepted.get();
	}

	public List<Call> calls() {
		return this.calls;
	}

	public List<Call> calls(String path) {
		return this.calls.stream().filter((call) -> call.target().startsWith(path)).toList();
	}

	/** The last call but those for the time. */
	public Call lastCall() {
		return this.calls.stream()
			.filter((call) -> !call.target().endsWith("/auth/time"))
			.reduce((first, second) -> second)
			.orElseThrow();
	}

	/**
	 * Reset connections from now on, before a request is read from them.
	 */
	public void reset() {
		this.resetting = true;
	}

	/**
	 * Let connections wait from now on that are not made: the queue is full.
	 */
	public void fill() {
		this.deaf = true;
		for (int refused = 0; refused < 3;) {
			Socket waiting = new Socket();
			this.connections.add(waiting);
			try {
				waiting.connect(this.socket.getLocalSocketAddress(), 100);
			}
			catch (SocketTimeoutException ex) {
				refused++;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * Return how many connections are open.
	 */
	public int open() {
		return this.connections.size();
	}

	/**
	 * Refuse connections from now on, and keep the port from others that would not.
	 */
	public void refuse() {
		close();
		try {
			this.holder.setReuseAddress(true);
			this.holder.bind(this.socket.getLocalSocketAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.holder.close();
			this.holder = new Socket();
			this.socket.close();
			// Until it has noticed, the port is taken.
			this.acceptor.join();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
