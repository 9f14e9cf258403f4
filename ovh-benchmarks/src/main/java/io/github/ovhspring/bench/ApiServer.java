package io.github.ovhspring.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Server that costs as little as it can: it checks nothing, and what it answers is made
 * already. Runs in a JVM of its own, until its input ends.
 */
final class ApiServer {

	private final Answers answers = new Answers();

	private final int delay;

	private ApiServer(int delay) {
		this.delay = delay;
	}

	/**
	 * Run, and print the port.
	 * @param arguments the time for an answer in milliseconds
	 */
	public static void main(String[] arguments) throws IOException {
		ApiServer server = new ApiServer(Integer.parseInt(arguments[0]));
		ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		daemon(() -> server.accept(socket));
		System.out.println("port=" + socket.getLocalPort() + "\n");
		System.in.transferTo(System.out);
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		thread.start();
	}

	private void accept(ServerSocket socket) {
		try {
			while (true) {
				Socket connection = socket.accept();
				connection.setTcpNoDelay(true);
				daemon(() -> serve(connection));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void serve(Socket connection) {
		byte[] buffer = new byte[8192];
		try (connection) {
			InputStream in = connection.getInputStream();
			int length = 0;
			for (int read = in.read(buffer); read > 0; read = in.read(buffer, length, buffer.length - length)) {
				length += read;
				if (length < 4 || buffer[length - 2] != '\r' || buffer[length - 1] != '\n'
						|| buffer[length - 4] != '\r') {
					continue;
				}
				byte[] answer = answer(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
				if (this.delay > 0) {
					Thread.sleep(this.delay);
				}
				connection.getOutputStream().write(answer);
				length = 0;
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client went away.
		}
	}

	private byte[] answer(String request) {
		int target = request.indexOf(' ') + 1;
		return this.answers.to(request.substring(target, request.indexOf(' ', target)), cursor(request));
	}

	private static String cursor(String request) {
		int header = request.toLowerCase(Locale.ROOT).indexOf("x-pagination-cursor:");
		return (header == -1) ? "" : request.substring(header + 20, request.indexOf('\r', header)).trim();
	}

}
