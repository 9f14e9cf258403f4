package io.github.ovhspring.bench;

import java.util.stream.Stream;

/**
 * A way to call by an HTTP client.
 *
 * @param caller the way
 * @param transport the HTTP client
 */
record Subject(Caller caller, Transport transport) {

	/**
	 * Return a program that calls so.
	 * @param type its type, such as {@link LoadClient}
	 */
	Jvm.Program program(Jvm jvm, Class<?> type, Server server, Object... others) {
		Stream<Object> own = Stream.of(server.url(), this.caller.name(), this.transport.name());
		return jvm.program(type, Stream.concat(own, Stream.of(others)).toArray());
	}

	@Override
	public String toString() {
		return switch (this.caller) {
			case HTTP_CLIENT -> "JDK's `HttpClient` and Jackson, unsigned";
			case REST_CLIENT -> "`RestClient`, unsigned, " + this.transport;
			case INTERCEPTOR -> "`RestClient`, least signing interceptor, " + this.transport;
			case OVH_CLIENT -> "**`OvhClient`, " + this.transport + "**";
			case INTERFACE -> "**`@HttpExchange` on it, " + this.transport + "**";
		};
	}

}
